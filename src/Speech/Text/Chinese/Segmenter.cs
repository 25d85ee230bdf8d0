namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Parts runs of Hanzi into words: of all ways, the one whose words are most frequent, Σ(log f − log total). Among equals the longer
/// word wins.
/// </summary>
internal sealed class Segmenter(WordList list)
{
    /// <summary>Finds the words of every run of Hanzi in a text.</summary>
    public Sentence Cut(string text)
    {
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

                CutRun(text.AsSpan(start, at - start), start, run++, words);
            }
        }

        return new Sentence(text, words);
    }

    private void CutRun(ReadOnlySpan<char> run, int start, int number, List<Word> words)
    {
        var lengths = BestLengths(run);
        for (var at = 0; at < run.Length; at += lengths[at])
        {
            words.Add(new Word(start + at, lengths[at], number));
        }
    }

    /// <summary>For each place of the run, how long the first word of the best way from there to the end is.</summary>
    private int[] BestLengths(ReadOnlySpan<char> run)
    {
        var lengths = new int[run.Length];
        var best = new double[run.Length + 1];
        for (var at = run.Length - 1; at >= 0; at--)
        {
            best[at] = double.NegativeInfinity;
            var search = list.Begin();
            var longest = Math.Min(WordList.LongestWord, run.Length - at);
            var canGrow = true;
            for (var length = 1; length <= longest && canGrow; length++)
            {
                var frequency = search.Frequency(run.Slice(at, length), out canGrow);
                var score = Score(length == 1 ? Math.Max(frequency, 1) : frequency) + best[at + length];
                if (score >= best[at] && !double.IsNegativeInfinity(score))
                {
                    (best[at], lengths[at]) = (score, length);
                }
            }
        }

        return lengths;
    }

    private double Score(int frequency) => frequency == 0 ? double.NegativeInfinity : Math.Log(frequency) - list.LogTotal;
}
