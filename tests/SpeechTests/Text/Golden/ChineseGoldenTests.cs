using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Golden;

/// <summary>The Chinese golden set. Floors are a little under what was reached, so that a change for the worse shows.</summary>
public sealed class ChineseGoldenTests(ITestOutputHelper output)
{
    private const double SyllableFloor = 0.997;
    private const int NormalizedFloor = 147;

    [Fact]
    public void Syllables_OfNormalisedLines_AreRight()
    {
        var (count, cited, spoken) = (0, 0, 0);
        foreach (var line in ChineseLine.All())
        {
            var sentence = LoadedFrontEnd.Analyse(line.Normalized);
            var places = Enumerable.Range(0, line.Normalized.Length).Where(at => sentence.WordAt(at) >= 0).ToArray();
            places.Length.ShouldBe(line.Pinyin.Count, line.Id);
            for (var k = 0; k < places.Length; k++)
            {
                var (citation, said) = (sentence.Citation[places[k]], sentence.Spoken[places[k]]);
                var (isCited, isSaid) = (line.Allows(k, line.Pinyin[k], citation), line.Allows(k, line.Spoken[k], said));
                (count, cited, spoken) = (count + 1, cited + (isCited ? 1 : 0), spoken + (isSaid ? 1 : 0));
                Report(isCited && isSaid, $"{line.Id} {line.Normalized[places[k]]} {citation}>{said}  {line.Pinyin[k]}>{line.Spoken[k]}  {line.Normalized}");
            }
        }

        output.WriteLine($"{count} syllables: citation {(double)cited / count:P2}, spoken {(double)spoken / count:P2}");
        ((double)cited / count).ShouldBeGreaterThanOrEqualTo(SyllableFloor);
        ((double)spoken / count).ShouldBeGreaterThanOrEqualTo(SyllableFloor);
    }

    [Fact]
    public void Normalised_FromRawText_IsRight()
    {
        var right = 0;
        foreach (var line in ChineseLine.All())
        {
            var said = LoadedFrontEnd.Instance.Explain(line.Text, SpeechLanguage.Chinese).Normalized;
            var isRight = line.OtherwiseNormalized.Append(line.Normalized).Any(expected => Letters(expected) == Letters(said));
            right += isRight ? 1 : 0;
            Report(isRight, $"{line.Id} {line.Text} -> {said}  ({line.Normalized})");
        }

        output.WriteLine($"{right} lines normalised");
        right.ShouldBeGreaterThanOrEqualTo(NormalizedFloor);
    }

    [Fact]
    public void Phonemes_WhereEverySyllableIsAsExpected_AreEqual()
    {
        var compared = 0;
        foreach (var line in ChineseLine.All().Where(line => !line.Phonemes.Contains('{')))
        {
            var sentence = LoadedFrontEnd.Analyse(line.Normalized);
            if (sentence.Spoken.Where(syllable => syllable.Length > 0).SequenceEqual(line.Spoken))
            {
                compared++;
                var phonemes = LoadedFrontEnd.Instance.Chinese.Read(PlacedText.AsSent(line.Normalized), TextOverrides.None).Phonemes;
                phonemes.Replace(" ", string.Empty).ShouldBe(line.Phonemes.Replace(" ", string.Empty), line.Id);
            }
        }

        compared.ShouldBeGreaterThan(100);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private void Report(bool isRight, string miss)
    {
        if (!isRight)
        {
            output.WriteLine(miss);
        }
    }
}
