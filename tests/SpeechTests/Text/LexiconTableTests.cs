using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

public sealed class LexiconTableTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("a", "1")]
    [InlineData("ab", "2\tx")]
    [InlineData("b", "")]
    public void TryFind_KeyThere_GivesEverythingBehindItsTab(string key, string value)
    {
        Load("a\t1\nab\t2\tx\nb\t\n").TryFind(key, out var found).ShouldBeTrue();
        found.ToString().ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("aa")]
    [InlineData("abc")]
    [InlineData("c")]
    public void TryFind_KeyMissing_IsFalse(string key) => Load("a\t1\nab\t2\nb\t3\n").Contains(key).ShouldBeFalse();

    [Fact]
    public void Load_LastLineWithoutLineEnd_CountsIt()
    {
        var table = Load("a\t1\nb\t2");
        table.Count.ShouldBe(2);
        table.Value(1).ToString().ShouldBe("2");
    }

    [Fact]
    public void Load_EmptyFile_HasNoLines() => Load(string.Empty).Count.ShouldBe(0);

    [Theory]
    [InlineData("b\t1\na\t2\n", "line 2 is not above the line before it")]
    [InlineData("a\t1\na\t2\n", "line 2 is not above the line before it")]
    [InlineData("a\t1\nb\n", "line 2 has no tab")]
    public void Load_UnsortedOrMalformed_NamesTheLine(string content, string fault) =>
        Should.Throw<InvalidDataException>(() => Load(content)).Message.ShouldBe($"{_path}: {fault}");

    private LexiconTable Load(string content)
    {
        File.WriteAllText(_path, content);
        return LexiconTable.Load(_path);
    }
}
