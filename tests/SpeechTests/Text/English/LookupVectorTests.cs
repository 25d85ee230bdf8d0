using Shouldly;
using TtsConsumers.Speech.Text.English;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.English;

/// <summary>What misaki's own lexicon code answers, word by word.</summary>
public sealed class LookupVectorTests
{
    private readonly LexiconReader _reader;

    public LookupVectorTests()
    {
        var lexicon = EnglishLexicon.Load(Path.Combine(LoadedFrontEnd.Lexicon, "en"));
        _reader = new LexiconReader(lexicon, new Speller(lexicon));
    }

    public static TheoryData<string, string, string, string> Vectors =>
        [.. File.ReadLines(LoadedFrontEnd.Golden("en-lookup-vectors.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1], parts[2], parts[3]))];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Read_WordOfTheVectors_GivesTheirPhonemes(string word, string tag, string vowelFollows, string phonemes) =>
        (_reader.Read(word, Tag(tag), Next(vowelFollows)) ?? string.Empty).ShouldBe(phonemes);

    private static WordTag Tag(string penn) => penn switch
    {
        "DT" => WordTag.Determiner,
        "PRP" => WordTag.Pronoun,
        "TO" => WordTag.To,
        "IN" => WordTag.Preposition,
        "NN" => WordTag.Noun,
        "NNP" => WordTag.ProperNoun,
        "VBP" => WordTag.Verb,
        _ => throw new ArgumentOutOfRangeException(nameof(penn), penn, "a tag the vectors never had"),
    };

    private static NextSound Next(string vowelFollows) => vowelFollows switch
    {
        "1" => NextSound.Vowel,
        "0" => NextSound.Consonant,
        _ => NextSound.Pause,
    };
}
