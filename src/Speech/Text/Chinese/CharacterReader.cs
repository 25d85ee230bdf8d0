using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Gives every Hanzi its syllable in citation form: from a word of somebody's own, from the phrase it stands in, else from the polyphone model,
/// else its most common one.
/// </summary>
internal sealed class CharacterReader(LexiconTable hanzi, WordList words, PolyphoneModel polyphones)
{
    /// <summary>
    /// A phrase inside a word counts from this length of the word on: within two characters there is only the word itself.
    /// </summary>
    private const int ShortestWithPhrases = 3;

    /// <summary>Fills in <see cref="Sentence.Citation"/>.</summary>
    public void Read(Sentence sentence, UserLexicon own)
    {
        var open = new List<int>();
        foreach (var word in sentence.Words)
        {
            ReadPhrases(sentence, word);
            ReadOwn(sentence, word, own);
            ReadFixed(sentence, word, open);
        }

        polyphones.Read(sentence, open);
    }

    private void ReadPhrases(Sentence sentence, Word word)
    {
        if (TryPhrase(sentence, word.Start, word.Length) || word.Length < ShortestWithPhrases)
        {
            return;
        }

        for (var at = word.Start; at < word.End; at++)
        {
            var length = word.End - at;
            while (length > 1 && !TryPhrase(sentence, at, length))
            {
                length--;
            }

            at += length - 1;
        }
    }

    private bool TryPhrase(Sentence sentence, int at, int length)
    {
        var syllables = words.Syllables(sentence.Text.AsSpan(at, length));
        foreach (var range in syllables.Split(' '))
        {
            if (!syllables[range].IsEmpty)
            {
                sentence.Cite(at++, syllables[range].ToString(), ReadingSource.Phrase);
            }
        }

        return syllables.Length > 0;
    }

    /// <summary>
    /// A word of somebody's own also counts inside a longer word, the longest first; a single character only where no phrase reads it.
    /// </summary>
    private static void ReadOwn(Sentence sentence, Word word, UserLexicon own)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            foreach (var mine in own.HanziFrom(sentence.Text[at]))
            {
                var fits = mine.Text.Length == 1 ? word.Length == 1 || sentence.Sources[at] == ReadingSource.None
                    : sentence.Text.AsSpan(at, word.End - at).StartsWith(mine.Text);
                if (fits)
                {
                    foreach (var syllable in mine.Syllables)
                    {
                        sentence.Cite(at++, syllable, ReadingSource.Lexicon);
                    }

                    at--;
                    break;
                }
            }
        }
    }

    /// <summary>一 and 不 are cited in one way only; what no phrase covers is left to the model or takes its first syllable.</summary>
    private void ReadFixed(Sentence sentence, Word word, List<int> open)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            var character = sentence.Text[at];
            if (sentence.Sources[at] == ReadingSource.Lexicon)
            {
                continue;
            }

            if (character is '一' or '不')
            {
                sentence.Cite(at, character == '一' ? "yi1" : "bu4", ReadingSource.Plain);
            }
            else if (sentence.Sources[at] == ReadingSource.None && polyphones.Decides(character))
            {
                open.Add(at);
            }
            else if (sentence.Sources[at] == ReadingSource.None)
            {
                sentence.Cite(at, MostCommon(character), ReadingSource.Common);
            }
        }
    }

    private string MostCommon(char character)
    {
        // The cleaner lets only characters of this table through.
        _ = hanzi.TryFind([character], out var syllables);
        var end = syllables.IndexOf(' ');
        return (end < 0 ? syllables : syllables[..end]).ToString();
    }
}
