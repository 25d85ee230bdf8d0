namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Gives every Hanzi its syllable in citation form: from the phrase it stands in, else from the polyphone model, else its most common one.
/// </summary>
internal sealed class CharacterReader(LexiconTable hanzi, WordList words, PolyphoneModel polyphones)
{
    /// <summary>
    /// A phrase inside a word counts from this length of the word on: within two characters there is only the word itself.
    /// </summary>
    private const int ShortestWithPhrases = 3;

    /// <summary>Fills in <see cref="Sentence.Citation"/>.</summary>
    public void Read(Sentence sentence)
    {
        var open = new List<int>();
        foreach (var word in sentence.Words)
        {
            ReadPhrases(sentence, word);
            ReadFixed(sentence, word, open);
        }

        polyphones.Read(sentence.Text, open, sentence.Citation);
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
            sentence.Citation[at] = syllables[range].ToString();
            at += sentence.Citation[at].Length > 0 ? 1 : 0;
        }

        return syllables.Length > 0;
    }

    /// <summary>一 and 不 are cited in one way only; what no phrase covers is left to the model or takes its first syllable.</summary>
    private void ReadFixed(Sentence sentence, Word word, List<int> open)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            var character = sentence.Text[at];
            if (character is '一' or '不')
            {
                sentence.Citation[at] = character == '一' ? "yi1" : "bu4";
            }
            else if (sentence.Citation[at].Length == 0 && polyphones.Decides(character))
            {
                open.Add(at);
            }
            else if (sentence.Citation[at].Length == 0)
            {
                sentence.Citation[at] = MostCommon(character);
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
