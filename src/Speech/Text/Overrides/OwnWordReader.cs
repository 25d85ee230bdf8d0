using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.Cleaning;
using TtsConsumers.Speech.Text.English;

namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>
/// Checks a word and the reading somebody gives it. A word of Hanzi takes pinyin, a syllable a character; any other word takes English phonemes,
/// pinyin, or both, parted by blanks.
/// </summary>
/// <param name="cleaner">Words are looked for in cleaned text, so they are cleaned like it.</param>
/// <param name="simplifier">And simplified like it.</param>
/// <param name="syllables">Knows the syllables there are phonemes for.</param>
/// <param name="segmenter">Weighs words.</param>
internal sealed class OwnWordReader(TextCleaner cleaner, Simplifier simplifier, Syllables syllables, Segmenter segmenter)
{
    /// <summary>As in the contract of a job.</summary>
    private const int Longest = 64;

    /// <summary>Checks.</summary>
    /// <param name="word">As it stands in texts.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="own">The word, when it can be used.</param>
    /// <returns>What is wrong and what would be right, without the word itself; null when nothing is.</returns>
    public string? Fault(string word, string reading, out OwnWord? own)
    {
        own = null;
        var leftOut = new LeftOut();
        var clean = simplifier.Simplify(cleaner.Clean(word, leftOut).Text).Trim();
        if (leftOut.Any)
        {
            return $"the word has what can't be spoken: {leftOut}";
        }

        if (clean.Length > Longest || !clean.Any(c => Script.IsHanzi(c) || char.IsAsciiLetterOrDigit(c)) || clean.AsSpan().ContainsAny('{', '}', '\n'))
        {
            return $"a word is up to {Longest} Hanzi, letters, digits and signs, at least one of them to be heard, and has no braces";
        }

        var parts = reading.Trim().Trim('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "there is no reading"
            : clean.All(Script.IsHanzi) ? FaultOfHanzi(clean, parts, out own)
            : FaultOfOther(clean, parts, out own);
    }

    private string? FaultOfHanzi(string word, string[] parts, out OwnWord? own)
    {
        own = null;
        var pinyin = Array.ConvertAll(parts, Syllables.Plain);
        if (Array.FindIndex(pinyin, part => !syllables.Contains(part)) is var wrong && wrong >= 0)
        {
            return $"'{parts[wrong]}' is no syllable of Chinese; write pinyin with the number of its tone, 1 to 5, such as hang2 or nv3";
        }

        if (pinyin.Length != word.Length)
        {
            return $"{word.Length} Hanzi need {word.Length} syllables parted by blanks, and there are {pinyin.Length}";
        }

        own = new OwnWord.Hanzi(word, pinyin, segmenter.Weigh(word));
        return null;
    }

    private string? FaultOfOther(string word, string[] parts, out OwnWord? own)
    {
        own = null;
        var sounds = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (syllables.TryFind(Syllables.Plain(part), out var phonemes))
            {
                sounds.Add(phonemes);
                continue;
            }

            var strange = part.FirstOrDefault(symbol => !Sounds.IsPhoneme(symbol));
            if (strange != default)
            {
                return $"'{strange}' in '{part}' is no English phoneme, nor is '{part}' pinyin such as hang2; `tts phonemes` shows the phonemes of any word";
            }

            sounds.Add(part);
        }

        own = new OwnWord.Other(word, Sounds.Written(string.Join(' ', sounds)));
        return null;
    }
}
