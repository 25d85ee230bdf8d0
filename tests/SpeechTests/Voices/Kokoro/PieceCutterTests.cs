using Shouldly;
using TtsConsumers.Speech.Voices.Kokoro;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

public sealed class PieceCutterTests
{
    private const int Most = 60;

    [Fact]
    public void Cut_ShortEnough_IsOnePiece() => Cut(new string('a', Most)).ShouldBe([new string('a', Most)]);

    [Fact]
    public void Cut_SentenceAndLaterClauseAndWord_CutsAfterTheSentence() =>
        Cut($"{A(25)}. {A(10)}, {A(10)} {A(40)}")[0].ShouldBe($"{A(25)}. ");

    [Fact]
    public void Cut_ClauseAndLaterWord_CutsAfterTheClause() =>
        Cut($"{A(25)}; {A(10)} {A(10)} {A(40)}")[0].ShouldBe($"{A(25)}; ");

    [Fact]
    public void Cut_OnlyWords_CutsAfterTheLastThatFits() =>
        Cut($"{A(25)} {A(20)} {A(40)}")[0].ShouldBe($"{A(25)} {A(20)} ");

    [Fact]
    public void Cut_NothingToCutAt_CutsAtTheLimit() => Cut(A(100)).Select(piece => piece.Length).ShouldBe([60, 40]);

    [Fact]
    public void Cut_SentenceEndsInAQuotation_KeepsTheClosingMarkWithIt() =>
        Cut($"{A(25)}.” {A(70)}")[0].ShouldBe($"{A(25)}.” ");

    [Fact]
    public void Cut_SentenceTooEarly_LooksForAWeakerPlace() =>
        Cut($"{A(5)}. {A(30)}, {A(70)}")[0].ShouldBe($"{A(5)}. {A(30)}, ");

    [Fact]
    public void Cut_JustTooLong_LeavesNoMumblingRest() => Cut(A(Most + 1)).Select(piece => piece.Length).ShouldBe([41, 20]);

    [Fact]
    public void Cut_AnyPhonemes_LosesNothingAndStaysWithinBounds()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var phonemes = string.Concat(Enumerable.Range(0, random.Next(1, 600)).Select(_ => "aaaaaaaab , .!;”"[random.Next(16)]));

            var pieces = Cut(phonemes);

            string.Concat(pieces).ShouldBe(phonemes);
            pieces.ShouldAllBe(piece => piece.Length <= Most);
            (pieces.Count == 1 || pieces.All(piece => piece.Length >= PieceCutter.Fewest)).ShouldBeTrue(phonemes);
        }
    }

    private static List<string> Cut(string phonemes) => [.. PieceCutter.Cut(phonemes, Most).Select(piece => piece.ToString())];

    private static string A(int count) => new('a', count);
}
