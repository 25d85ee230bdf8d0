using Shouldly;
using TtsConsumers.Speech.Voices.Piper.Espeak;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

/// <summary>Phonemes as espeak-ng 1.51 prints them, for a clause and for its words alone.</summary>
public sealed class EspeakAlignmentTests
{
    [Theory]
    [InlineData("ʃiː sˈæt", "ʃˈiː|sˈæt", "0 1")]
    [InlineData("ʃiː sˈæt ɪnðə ɡˈɑːɹdən", "ʃˈiː|sˈæt|ˈɪn|ðə|ɡˈɑːɹdən", "0 1 - 4")]
    [InlineData("ʌvðə hˈaʊs wɪð ɐ kˈʌp ʌv tˈiː", "ˈʌv|ðə|hˈaʊs|wɪð|ˈeɪ|kˈʌp|ˈʌv|tˈiː", "- 2 3 4 5 6 7")]
    [InlineData("aɪ hɐvbɪn tə", "ˈaɪ|hæv|bˈɪn|tˈuː", "0 - 3")]
    [InlineData("twˈɛnti θɹˈiː kˈæts", "twˈɛnti θɹˈiː|kˈæts", "0 0 1")]
    [InlineData("ɡˈɑːɹdən", "ɡˈɑːɹdən", "0")]
    [InlineData("ɡˈɑːɹdən", "tˈuː|mˈɛni|wˈɜːdz|hˈɪɹ", "-")]
    [InlineData("sˈʌmθɪŋ ˈɛls ɛntˈaɪɚli", "wˈʌn|tˈuː|θɹˈiː", "- - -")]
    [InlineData("", "", "")]
    public void Of_Clause_FindsItsWordsOrNone(string said, string alone, string words)
    {
        var found = EspeakAlignment.Of(Split(said, ' '), [.. Split(alone, '|').Select(word => Split(word, ' '))]);

        string.Join(' ', found.Select(word => word < 0 ? "-" : $"{word}")).ShouldBe(words);
    }

    private static string[] Split(string text, char at) => text.Split(at, StringSplitOptions.RemoveEmptyEntries);
}
