using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.English;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Golden;

/// <summary>Nothing leaves the front end that the voice does not know.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void GoldenTexts_FromRawText_StayInTheVocabulary()
    {
        foreach (var text in ChineseLine.All().Select(line => line.Text).Concat(EnglishLine.All().Select(line => line.Text)))
        {
            var spoken = LoadedFrontEnd.Instance.Read(text, null).ShouldBeOfType<Reading.Spoken>(text);
            spoken.Phonemes.Where(symbol => !LoadedFrontEnd.Vocabulary.Contains(symbol)).ShouldBeEmpty(text);
            spoken.Notes.Where(note => note.Contains("phonemes")).ShouldBeEmpty(text);
        }
    }

    [Fact]
    public void Tables_Chinese_HaveOnlyKnownSymbols()
    {
        var syllables = LexiconTable.Load(Path.Combine(LoadedFrontEnd.Lexicon, "zh", "pinyin-to-phonemes.tsv"));
        for (var line = 0; line < syllables.Count; line++)
        {
            AllKnown(syllables.Value(line));
        }
    }

    [Theory]
    [InlineData("en-us.tsv")]
    [InlineData("en-us-cmu.tsv")]
    [InlineData("en-us-extra.tsv")]
    public void Tables_English_HaveOnlyKnownSymbols(string name)
    {
        var table = LexiconTable.Load(Path.Combine(LoadedFrontEnd.Lexicon, "en", name));
        for (var line = 0; line < table.Count; line++)
        {
            AllKnown(new LexiconEntry(table.Value(line)).Default);
        }
    }

    [Fact]
    public void Syllables_OfEveryCharacterAndPhrase_HavePhonemes()
    {
        var folder = Path.Combine(LoadedFrontEnd.Lexicon, "zh");
        var known = LexiconTable.Load(Path.Combine(folder, "pinyin-to-phonemes.tsv"));
        var used = new[] { "hanzi.tsv", "phrases.tsv" }.SelectMany(name => File.ReadLines(Path.Combine(folder, name)))
            .SelectMany(line => line.Split('\t')[1].Split(' ')).ToHashSet();
        used.Where(syllable => !known.Contains(syllable)).ShouldBeEmpty();
    }

    private static void AllKnown(ReadOnlySpan<char> phonemes)
    {
        // ɾ and ʔ are written T and t when a sentence is done.
        foreach (var symbol in phonemes)
        {
            if (symbol is not ('ɾ' or 'ʔ') && !LoadedFrontEnd.Vocabulary.Contains(symbol))
            {
                Assert.Fail(phonemes.ToString());
            }
        }
    }
}
