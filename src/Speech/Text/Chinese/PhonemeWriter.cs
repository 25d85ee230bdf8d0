using System.Collections.Frozen;
using System.Text;
using TtsConsumers.Speech.Text.English;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// The last stage: syllables to phonemes, a blank between words, marks as the voice knows them, Latin words by the English reader.
/// </summary>
/// <param name="syllables">pinyin-to-phonemes.tsv.</param>
/// <param name="latin">Speaks Latin words in English phonemes.</param>
internal sealed class PhonemeWriter(Syllables syllables, Func<PlacedText, IEnumerable<SpokenPart>> latin)
{
    private static readonly FrozenDictionary<char, string> Marks = new Dictionary<char, string>
    {
        ['，'] = ", ", ['、'] = ", ", ['。'] = ". ", ['！'] = "! ", ['？'] = "? ", ['；'] = "; ", ['：'] = ": ", ['“'] = " “", ['”'] = "” ",
        ['（'] = " (", ['）'] = ") ", ['('] = " (", [')'] = ") ", ['…'] = "…", ['—'] = "—",
        [','] = ", ", ['.'] = ". ", ['!'] = "! ", ['?'] = "? ", [';'] = "; ", [':'] = ": ",
    }.ToFrozenDictionary();

    /// <summary>Writes a sentence after sandhi.</summary>
    public PhonemeText Write(Sentence sentence, FixedSounds sounds)
    {
        var written = new PhonemeBuilder();
        foreach (var part in Parts(sentence, sounds))
        {
            if (part.IsWord)
            {
                Part(written.Phonemes);
                written.AppendWord(part.Phonemes, part.Place);
            }
            else
            {
                WriteMark(written.Phonemes, part.Phonemes);
            }
        }

        return written.ToText();
    }

    /// <summary>The words and marks of a sentence after sandhi, in order.</summary>
    public IEnumerable<SpokenPart> Parts(Sentence sentence, FixedSounds sounds)
    {
        for (var at = 0; at < sentence.Text.Length;)
        {
            var end = at + 1;
            if (sentence.WordAt(at) >= 0)
            {
                var word = sentence.Words[sentence.WordAt(at)];
                end = word.End;
                yield return WordOf(sentence, word);
            }
            else if (Script.IsLatin(sentence.Text[at]))
            {
                end = EndOfLatin(sentence.Text, at);
                foreach (var part in latin(sentence.Slice(at, end)))
                {
                    yield return part;
                }
            }
            else
            {
                yield return PartAt(sentence, at, sounds);
            }

            at = end;
        }
    }

    private static SpokenPart PartAt(Sentence sentence, int at, FixedSounds sounds)
    {
        var (character, place) = (sentence.Text[at], sentence.PlaceOf(at, at + 1));
        return FixedSounds.IsPlaceHolder(character)
            ? new SpokenPart(sounds.WordOf(character), IsWord: true, sounds.PhonemesOf(character), place, Source: WordSource.Own)
            : new SpokenPart(character.ToString(), IsWord: false, Marks.GetValueOrDefault(character, " "), place);
    }

    private SpokenPart WordOf(Sentence sentence, Word word)
    {
        var phonemes = new StringBuilder();
        foreach (var syllable in sentence.Spoken.AsSpan(word.Start, word.Length))
        {
            phonemes.Append(syllables[syllable]);
        }

        return new SpokenPart(
            sentence[word].ToString(), IsWord: true, phonemes.ToString(), sentence.PlaceOf(word.Start, word.End), word.Start);
    }

    private static int EndOfLatin(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Script.IsLatin(text[end]) || JoinsLatin(text, end)))
        {
            end++;
        }

        return end;
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
