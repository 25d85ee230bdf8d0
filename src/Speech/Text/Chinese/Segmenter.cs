using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Parts runs of Hanzi into words: of all ways, the one whose words are most frequent, Σ(log f − log total). Among equals the longer
/// word wins.
/// </summary>
internal sealed class Segmenter(WordList list)
{
    /// <summary>A word of somebody's own counts as often at least: it is there to be found.</summary>
    private const int OwnFrequency = 3000;

    /// <summary>Finds the words of every run of Hanzi in a text.</summary>
    /// <param name="placed">The text.</param>
    /// <param name="own">Words beside those of the list, with their weights.</param>
    public Sentence Cut(PlacedText placed, UserLexicon own)
    {
        var text = placed.Text;
        var words = new List<Word>();
        var run = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Script.IsHanzi(text[at]))
            {
                var start = at;
                while (at < text.Length && Script.IsHanzi(text[at]))
                {
                    at++;
                }

                CutRun(text.AsSpan(start, at - start), start, run++, own, words);
            }
        }

        return new Sentence(placed, words);
    }

    /// <summary>What a word of somebody's own weighs: at least a common word, and a little more than the words it could be parted into.</summary>
    /// <param name="word">The word, Hanzi only.</param>
    public double Weigh(string word)
    {
        BestLengths(word, UserLexicon.Empty, out var parts);
        return Math.Max(parts + 1, Score(OwnFrequency));
    }

    private void CutRun(ReadOnlySpan<char> run, int start, int number, UserLexicon own, List<Word> words)
    {
        var lengths = BestLengths(run, own, out _);
        for (var at = 0; at < run.Length; at += lengths[at])
        {
            words.Add(new Word(start + at, lengths[at], number));
        }
    }

    /// <summary>For each place of the run, how long the first word of the best way from there to the end is.</summary>
    private int[] BestLengths(ReadOnlySpan<char> run, UserLexicon own, out double weight)
    {
        var ways = new Ways(run.Length);
        for (var at = run.Length - 1; at >= 0; at--)
        {
            var search = list.Begin();
            var longest = Math.Min(WordList.LongestWord, run.Length - at);
            var canGrow = true;
            for (var length = 1; length <= longest && canGrow; length++)
            {
                var frequency = search.Frequency(run.Slice(at, length), out canGrow);
                ways.Offer(at, length, Score(length == 1 ? Math.Max(frequency, 1) : frequency));
            }

            foreach (var word in own.HanziFrom(run[at]))
            {
                if (run[at..].StartsWith(word.Text))
                {
                    ways.Offer(at, word.Text.Length, word.Score);
                }
            }
        }

        weight = ways.Weight;
        return ways.Lengths;
    }

    private double Score(int frequency) => frequency == 0 ? double.NegativeInfinity : Math.Log(frequency) - list.LogTotal;

    /// <summary>The best ways from each place to the end, found from the end.</summary>
    private readonly struct Ways(int length)
    {
        private readonly double[] _weights = Start(length);

        public int[] Lengths { get; } = new int[length];

        public double Weight => _weights[0];

        /// <summary>Takes a first word if no better one is known; among equals the longer, which comes later.</summary>
        public void Offer(int at, int length, double score)
        {
            var weight = score + _weights[at + length];
            if (weight >= _weights[at] && !double.IsNegativeInfinity(weight))
            {
                (_weights[at], Lengths[at]) = (weight, length);
            }
        }

        private static double[] Start(int length)
        {
            var weights = new double[length + 1];
            weights.AsSpan(0, length).Fill(double.NegativeInfinity);
            return weights;
        }
    }
}
