using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Golden;

/// <summary>The English golden set. Floors are a little under what was reached, so that a change for the worse shows.</summary>
public sealed class EnglishGoldenTests(ITestOutputHelper output)
{
    private const double WordFloor = 0.99;
    private const int NormalizedFloor = 99;

    [Fact]
    public void Words_OfNormalisedLines_AreRight()
    {
        var (count, right) = (0, 0);
        foreach (var line in EnglishLine.All())
        {
            var written = EnglishLine.Words(line.Normalized);
            var expected = EnglishLine.Words(line.Phonemes);
            var got = EnglishLine.Words(LoadedFrontEnd.ReadEnglish(line.Normalized));
            got.Length.ShouldBe(expected.Length, line.Normalized);
            for (var word = 0; word < expected.Length; word++)
            {
                var isInvented = line.Invented?.Contains(written[word]) ?? false;
                (count, right) = (count + (isInvented ? 0 : 1), right + (!isInvented && got[word] == expected[word] ? 1 : 0));
                Report(got[word] == expected[word], $"{(isInvented ? "invented " : string.Empty)}{written[word]} {got[word]} ({expected[word]})  {line.Normalized}");
            }
        }

        output.WriteLine($"{count} words: {(double)right / count:P2}");
        ((double)right / count).ShouldBeGreaterThanOrEqualTo(WordFloor);
    }

    [Fact]
    public void Normalised_FromRawText_IsRight()
    {
        var right = 0;
        foreach (var line in EnglishLine.All())
        {
            var said = LoadedFrontEnd.Instance.Explain(line.Text, SpeechLanguage.English).Normalized;
            right += said == line.Normalized ? 1 : 0;
            Report(said == line.Normalized, $"{line.Text} -> {said}  ({line.Normalized})");
        }

        output.WriteLine($"{right} lines normalised");
        right.ShouldBeGreaterThanOrEqualTo(NormalizedFloor);
    }

    private void Report(bool isRight, string miss)
    {
        if (!isRight)
        {
            output.WriteLine(miss);
        }
    }
}
