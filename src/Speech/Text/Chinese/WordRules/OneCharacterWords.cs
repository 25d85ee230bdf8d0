using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>Lets the rules correct the syllables of one-character words.</summary>
internal sealed class OneCharacterWords(WordList list)
{
    private static readonly FrozenDictionary<char, IWordRule> Rules =
        new IWordRule[] { new AdverbialDe(), new ComplementDe(), new WeiForOrAs(), new SuffixEr(), new RateSuffix() }
            .ToFrozenDictionary(rule => rule.Character);

    /// <summary>Corrects <see cref="Sentence.Citation"/>.</summary>
    public void Apply(Sentence sentence)
    {
        for (var index = 0; index < sentence.Words.Count; index++)
        {
            var word = sentence.Words[index];
            if (word.Length == 1 && Rules.TryGetValue(sentence.Text[word.Start], out var rule))
            {
                sentence.Citation[word.Start] = rule.Read(new WordContext(sentence, index, list)) ?? sentence.Citation[word.Start];
            }
        }
    }
}
