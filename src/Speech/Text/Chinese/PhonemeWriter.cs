using System.Collections.Frozen;
using System.Text;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// The last stage: syllables to phonemes, a blank between words, marks as the voice knows them, Latin words by the English reader.
/// </summary>
internal sealed class PhonemeWriter
{
    private static readonly FrozenDictionary<char, string> Marks = new Dictionary<char, string>
    {
        ['，'] = ", ", ['、'] = ", ", ['。'] = ". ", ['！'] = "! ", ['？'] = "? ", ['；'] = "; ", ['：'] = ": ", ['“'] = " “", ['”'] = "” ",
        ['（'] = " (", ['）'] = ") ", ['('] = " (", [')'] = ") ", ['…'] = "…", ['—'] = "—",
        [','] = ", ", ['.'] = ". ", ['!'] = "! ", ['?'] = "? ", [';'] = "; ", [':'] = ": ",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> _phonemes;
    private readonly Func<string, string> _latin;

    /// <summary>Makes a writer.</summary>
    /// <param name="syllables">pinyin-to-phonemes.tsv.</param>
    /// <param name="latin">Speaks Latin words in English phonemes.</param>
    public PhonemeWriter(LexiconTable syllables, Func<string, string> latin)
    {
        _phonemes = Enumerable.Range(0, syllables.Count)
            .ToFrozenDictionary(line => syllables.Key(line).ToString(), line => syllables.Value(line).ToString());
        _latin = latin;
    }

    /// <summary>Whether there are phonemes for a syllable such as <c>hang2</c>.</summary>
    public bool Knows(string syllable) => _phonemes.ContainsKey(syllable);

    /// <summary>Writes a sentence after sandhi.</summary>
    public string Write(Sentence sentence)
    {
        var phonemes = new StringBuilder();
        for (var at = 0; at < sentence.Text.Length;)
        {
            at = sentence.WordAt(at) >= 0 ? WriteWord(phonemes, sentence, sentence.Words[sentence.WordAt(at)])
                : Script.IsLatin(sentence.Text[at]) ? WriteLatin(phonemes, sentence.Text, at)
                : WriteMark(phonemes, sentence.Text, at);
        }

        return phonemes.ToString();
    }

    private int WriteWord(StringBuilder phonemes, Sentence sentence, Word word)
    {
        Blank(phonemes);
        foreach (var syllable in sentence.Spoken.AsSpan(word.Start, word.Length))
        {
            phonemes.Append(_phonemes[syllable]);
        }

        return word.End;
    }

    private int WriteLatin(StringBuilder phonemes, string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Script.IsLatin(text[end]) || JoinsLatin(text, end)))
        {
            end++;
        }

        Blank(phonemes);
        phonemes.Append(_latin(text[at..end]));
        return end;
    }

    private static bool JoinsLatin(string text, int at) =>
        text[at] is '\'' or '-' or ' ' && at + 1 < text.Length && Script.IsLatin(text[at + 1]);

    private static int WriteMark(StringBuilder phonemes, string text, int at)
    {
        var mark = Marks.GetValueOrDefault(text[at], " ");
        while (phonemes.Length > 0 && phonemes[^1] == ' ' && mark[0] is not ' ')
        {
            phonemes.Length--;
        }

        if (mark[0] == ' ')
        {
            Blank(phonemes);
        }

        phonemes.Append(mark.AsSpan(mark[0] == ' ' ? 1 : 0));
        return at + 1;
    }

    /// <summary>Parts a word from what stands before it, but not from an opening mark.</summary>
    private static void Blank(StringBuilder phonemes)
    {
        if (phonemes.Length > 0 && phonemes[^1] is not (' ' or '“' or '(' or '…' or '—'))
        {
            phonemes.Append(' ');
        }
    }
}
