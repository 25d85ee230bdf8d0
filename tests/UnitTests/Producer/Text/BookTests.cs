using Shouldly;
using TtsConsumers.Producer.Client.Text;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Text;

public sealed class BookTests
{
    [Theory]
    [InlineData("第一章 春天")]
    [InlineData("第十二章：归来")]
    [InlineData("第三章春天来了")]
    [InlineData("第一回　甄士隐梦幻识通灵　贾雨村风尘怀闺秀")]
    [InlineData("第3节 方法")]
    [InlineData("第二卷")]
    [InlineData("第 12 章")]
    [InlineData("第一百零八回 忠义堂石碣受天文")]
    [InlineData("楔子")]
    [InlineData("尾声")]
    [InlineData("序 一座城")]
    [InlineData("Chapter 1")]
    [InlineData("CHAPTER XII.")]
    [InlineData("Chapter 4: The Storm")]
    [InlineData("CHAPTER I. Down the Rabbit-Hole")]
    [InlineData("Chapter Twenty")]
    [InlineData("Part Two — The Return")]
    [InlineData("Epilogue")]
    public void Read_Heading_BeginsAChapter(string heading)
    {
        var chapters = Book.Read($"开头。\n\n{heading}\n\n正文。");

        chapters.Select(chapter => chapter.Title).ShouldBe([null, heading]);
        chapters.Select(chapter => chapter.Paragraphs).ShouldBe([["开头。"], ["正文。"]]);
    }

    [Theory]
    [InlineData("第一节课我迟到了")]
    [InlineData("第三回合开始了")]
    [InlineData("第一章程序结束了。")]
    [InlineData("第二部分说明了原因")]
    [InlineData("第一章写得很好，第二章不好。")]
    [InlineData("Chapter 3 of the manual explains how it works")]
    [InlineData("Part two, however, is better.")]
    [InlineData("序幕拉开了。")]
    [InlineData("#标签")]
    public void Read_RunningText_IsNoHeading(string line) => Book.Read($"开头。\n\n{line}\n\n正文。").ShouldHaveSingleItem().Paragraphs.Count.ShouldBe(3);

    [Fact]
    public void Read_Markdown_LosesItsSigns() => Book.Read("# 春天 #\n\n来了。\n\n## Summer\nIt is hot.").Select(chapter => chapter.Title).ShouldBe(["春天", "Summer"]);

    [Fact]
    public void Read_HeadingsAlone_AreChaptersOfTheirTitles() =>
        Book.Read("第一卷\n第一章\n正文。").Select(chapter => (chapter.Title, chapter.Paragraphs.Count)).ShouldBe([("第一卷", 0), ("第一章", 1)]);

    [Fact]
    public void Read_NoHeading_IsOneChapterWithoutTitle()
    {
        var chapter = Book.Read("　　春天来了。\r\n　　花开了。\r\n\r\n夏天来了。").ShouldHaveSingleItem();

        chapter.Title.ShouldBeNull();
        chapter.Paragraphs.ShouldBe(["春天来了。", "花开了。", "夏天来了。"]);
    }

    [Fact]
    public void Read_LinesWrappedAtAWidth_AreJoined() => Book.Read(
        """
        Alice was beginning to get very tired of sitting by her sister on the
        bank, and of having nothing to do: once or twice she had peeped into
        the book.

        So she was considering.
        """).ShouldHaveSingleItem().Paragraphs.ShouldBe(
        [
            "Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: once or twice she had peeped into the book.",
            "So she was considering.",
        ]);

    [Fact]
    public void Read_ChineseWrappedAtAWidth_IsJoinedWithoutSpaces() => Book.Read(
        "清晨的阳光洒在湖面上，几只白鹭从芦苇丛中缓缓飞起远处\n的山峰还藏在薄雾里，只露出淡淡的轮廓。").ShouldHaveSingleItem().Paragraphs
        .ShouldBe(["清晨的阳光洒在湖面上，几只白鹭从芦苇丛中缓缓飞起远处的山峰还藏在薄雾里，只露出淡淡的轮廓。"]);

    [Fact]
    public void Read_Poem_KeepsItsLines() =>
        Book.Read("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。").ShouldHaveSingleItem().Paragraphs.Count.ShouldBe(4);

    [Fact]
    public void Cut_Chapter_SpeaksItsTitleAndEndsAsAChapter()
    {
        var fragments = new Chapter("第一章 春天", ["春天来了。", "花开了。"]).Cut();

        fragments.ShouldBe(
        [
            new Fragment("第一章 春天", Break.Chapter), new Fragment("春天来了。", Break.Paragraph), new Fragment("花开了。", Break.Chapter),
        ]);
    }

    [Fact]
    public void Read_Empty_HasNoChapters() => Book.Read(" \n\n").ShouldBeEmpty();
}
