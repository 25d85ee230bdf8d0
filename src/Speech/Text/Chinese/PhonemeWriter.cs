using System.Collections.Frozen;
using System.Text;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// The last stage: syllables to phonemes, a blank between words, marks as the voice knows them, Latin words by the English reader.
/// </summary>
/// <param name="syllables">pinyin-to-phonemes.tsv.</param>
/// <param name="latin">Speaks Latin words in English phonemes.</param>
internal sealed class PhonemeWriter(Syllables syllables, Func<string, string> latin)
{
    private static readonly FrozenDictionary<char, string> Marks = new Dictionary<char, string>
    {
        ['，'] = ", ", ['、'] = ", ", ['。'] = ". ", ['！'] = "! ", ['？'] = "? ", ['；'] = "; ", ['：'] = ": ", ['“'] = " “", ['”'] = "” ",
        ['（'] = " (", ['）'] = ") ", ['('] = " (", [')'] = ") ", ['…'] = "…", ['—'] = "—",
        [','] = ", ", ['.'] = ". ", ['!'] = "! ", ['?'] = "? ", [';'] = "; ", [':'] = ": ",
    }.ToFrozenDictionary();

    /// <summary>Writes a sentence after sandhi.</summary>
    public string Write(Sentence sentence, FixedSounds sounds)
    {
        var phonemes = new StringBuilder();
        foreach (var part in Parts(sentence, sounds))
        {
            if (part.IsWord)
            {
                Part(phonemes);
                phonemes.Append(part.Phonemes);
            }
            else
            {
                WriteMark(phonemes, part.Phonemes);
            }
        }

        return phonemes.ToString();
    }

    /// <summary>The words and marks of a sentence after sandhi, in order.</summary>
    public IEnumerable<SpokenPart> Parts(Sentence sentence, FixedSounds sounds)
    {
        for (var at = 0; at < sentence.Text.Length;)
        {
            var part = PartAt(sentence, at, sounds);
            yield return part;
            at = part.End;
        }
    }

    private SpokenPart PartAt(Sentence sentence, int at, FixedSounds sounds) =>
        sentence.WordAt(at) >= 0 ? WordOf(sentence, sentence.Words[sentence.WordAt(at)])
        : Script.IsLatin(sentence.Text[at]) ? LatinAt(sentence.Text, at)
        : FixedSounds.IsPlaceHolder(sentence.Text[at]) ? new SpokenPart(at, at + 1, IsWord: true, sounds.PhonemesOf(sentence.Text[at]))
        : new SpokenPart(at, at + 1, IsWord: false, Marks.GetValueOrDefault(sentence.Text[at], " "));

    private SpokenPart WordOf(Sentence sentence, Word word)
    {
        var phonemes = new StringBuilder();
        foreach (var syllable in sentence.Spoken.AsSpan(word.Start, word.Length))
        {
            phonemes.Append(syllables[syllable]);
        }

        return new SpokenPart(word.Start, word.End, IsWord: true, phonemes.ToString());
    }

    private SpokenPart LatinAt(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Script.IsLatin(text[end]) || JoinsLatin(text, end)))
        {
            end++;
        }

        return new SpokenPart(at, end, IsWord: true, latin(text[at..end]));
    }

    private static bool JoinsLatin(string text, int at) =>
        text[at] is '\'' or '-' or ' ' && at + 1 < text.Length && Script.IsLatin(text[at + 1]);

    private static void WriteMark(StringBuilder phonemes, string mark)
    {
        while (phonemes.Length > 0 && phonemes[^1] == ' ' && mark[0] is not ' ')
        {
            phonemes.Length--;
        }

        if (mark[0] == ' ')
        {
            Part(phonemes);
        }

        phonemes.Append(mark.AsSpan(mark[0] == ' ' ? 1 : 0));
    }

    /// <summary>Parts a word from what stands before it, but not from an opening mark.</summary>
    private static void Part(StringBuilder phonemes)
    {
        if (phonemes.Length > 0 && phonemes[^1] is not (' ' or '“' or '(' or '…' or '—'))
        {
            phonemes.Append(' ');
        }
    }
}
