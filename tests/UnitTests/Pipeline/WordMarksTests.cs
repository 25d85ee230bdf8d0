using Shouldly;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Pipeline;

public sealed class WordMarksTests
{
    [Fact]
    public void Of_TextWithCharactersOfTwoUnits_CountsScalars()
    {
        const string Text = "😀你好😀，world";

        WordMarks.Of(Text, [Word(2, 4, 25, 300), Word(7, 12, 350.4, 700)]).ShouldBe([new Mark(1, 3, "你好", 25, 300), new Mark(5, 10, "world", 350, 700)]);
    }

    [Fact]
    public void Of_NoWords_IsEmpty() => WordMarks.Of("你好", []).ShouldBeEmpty();

    private static WordTime Word(int from, int to, double start, double end) =>
        new(from, to, TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(end));
}
