using System.Runtime.CompilerServices;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// The words of Chinese, <c>words.tsv</c> (word, frequency, part of speech) together with <c>phrases.tsv</c> (word, syllables).
/// </summary>
internal sealed class WordList
{
    /// <summary>No word is longer; a longer phrase is never looked up.</summary>
    public const int LongestWord = 8;

    private const int PhraseFrequency = 3;
    private readonly LexiconTable _words;
    private readonly LexiconTable _phrases;

    /// <summary>Joins the two tables.</summary>
    public WordList(LexiconTable words, LexiconTable phrases)
    {
        (_words, _phrases) = (words, phrases);
        LogTotal = Math.Log(TotalFrequency());
    }

    /// <summary>Logarithm of the sum of all frequencies.</summary>
    public double LogTotal { get; }

    /// <summary>The part of speech in jieba's tags (n, v, a, d, r, m, …); <c>x</c> for a word that has none.</summary>
    public ReadOnlySpan<char> PartOfSpeech(ReadOnlySpan<char> word) =>
        _words.TryFind(word, out var value) ? value[(value.IndexOf('\t') + 1)..] : "x";

    /// <summary>Whether words.tsv has the word.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>The syllables of a phrase, one a character, parted by blanks; empty when it is not a phrase.</summary>
    public ReadOnlySpan<char> Syllables(ReadOnlySpan<char> phrase) => _phrases.TryFind(phrase, out var syllables) ? syllables : default;

    /// <summary>Starts a search that lengthens a word character by character.</summary>
    public Search Begin() => new(this);

    /// <summary>How often the word of a line occurs.</summary>
    private static int Frequency(ReadOnlySpan<char> value)
    {
        var frequency = 0;
        foreach (var digit in value)
        {
            if (!char.IsAsciiDigit(digit))
            {
                break;
            }

            frequency = (frequency * 10) + digit - '0';
        }

        return frequency;
    }

    /// <summary>Goes through both tables side by side: a phrase that is a word as well counts as the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double TotalFrequency()
    {
        var total = 0L;
        var phrase = 0;
        for (var line = 0; line < _words.Count; line++)
        {
            var word = _words.Key(line);
            while (phrase < _phrases.Count && _phrases.Key(phrase).SequenceCompareTo(word) is var order && order <= 0)
            {
                total += order == 0 ? 0 : PhraseFrequency;
                phrase++;
            }

            total += Frequency(_words.Value(line));
        }

        return total + ((_phrases.Count - phrase) * PhraseFrequency);
    }

    /// <summary>A search for ever longer words from one start. Each step begins where the step before ended.</summary>
    internal ref struct Search(WordList list)
    {
        private int _word;
        private int _phrase;

        /// <summary>The frequency of the word, 0 when it is none.</summary>
        /// <param name="word">The word of the last call and one character more.</param>
        /// <param name="canGrow">Whether some longer word begins with it.</param>
        public int Frequency(ReadOnlySpan<char> word, out bool canGrow)
        {
            var known = Step(list._words, ref _word, word, out var wordGrows);
            var phrase = Step(list._phrases, ref _phrase, word, out var phraseGrows);
            canGrow = wordGrows || phraseGrows;
            return known ? WordList.Frequency(list._words.Value(_word)) : phrase ? PhraseFrequency : 0;
        }

        private static bool Step(LexiconTable table, ref int line, ReadOnlySpan<char> word, out bool canGrow)
        {
            line = table.LowerBound(word, line);
            var found = line < table.Count && table.Key(line).SequenceEqual(word);
            var next = found ? line + 1 : line;
            canGrow = next < table.Count && table.Key(next).StartsWith(word, StringComparison.Ordinal);
            return found;
        }
    }
}
