using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>Lets the rules correct the syllables of one-character words.</summary>
internal sealed class OneCharacterWords(WordList list)
{
    private static readonly FrozenDictionary<char, IWordRule> Rules =
        new IWordRule[] { new AdverbialDe(), new ComplementDe(), new WeiForOrAs(), new SuffixEr(), new RateSuffix(), new AllOrCapital() }
            .ToFrozenDictionary(rule => rule.Character);

    /// <summary>Corrects <see cref="Sentence.Citation"/>, save what somebody fixed.</summary>
    public void Apply(Sentence sentence)
    {
        for (var index = 0; index < sentence.Words.Count; index++)
        {
            var word = sentence.Words[index];
            if (word.Length == 1 && sentence.Sources[word.Start] < ReadingSource.Lexicon
                && Rules.TryGetValue(sentence.Text[word.Start], out var rule) && rule.Read(new WordContext(sentence, index, list)) is { } syllable)
            {
                sentence.Cite(word.Start, syllable, ReadingSource.Rule);
            }
            else if (AdverbialDe.IsJoined(new WordContext(sentence, index, list)))
            {
                sentence.Cite(word.Start, AdverbialDe.Neutral, ReadingSource.Rule);
            }
        }
    }
}
