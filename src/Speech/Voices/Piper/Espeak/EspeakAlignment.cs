namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>
/// Finds which words of a clause espeak-ng's phonemes are. The program parts words by blanks, but it says some together (<c>of the</c>) and others
/// in parts (<c>23</c>); so each word is also read alone, and the two are laid side by side where they sound most alike.
/// </summary>
internal static class EspeakAlignment
{
    /// <summary>So many words may be said as one.</summary>
    private const int MostTogether = 3;

    /// <summary>The most phonemes, as a share of all, that may differ. Words alone are stressed, so a few always do; the wrong words differ in most.</summary>
    private const double MostUnlike = 0.35;

    /// <summary>Lays a clause beside its words.</summary>
    /// <param name="said">The phonemes of the clause, parted at its blanks.</param>
    /// <param name="alone">The phonemes of each of its words, read alone, parted likewise.</param>
    /// <returns>For each part of what is said, the word it belongs to; -1 where words are said together, and everywhere when nothing fits.</returns>
    public static int[] Of(IReadOnlyList<string> said, IReadOnlyList<IReadOnlyList<string>> alone)
    {
        var sounds = said.Select(Sounds).ToList();
        var expected = alone.Select(word => word.Select(Sounds).ToList()).ToList();
        var best = Enumerable.Range(0, alone.Count + 1).Select(_ => new Step[said.Count + 1]).ToArray();
        for (var word = 0; word <= alone.Count; word++)
        {
            for (var part = 0; part <= said.Count; part++)
            {
                best[word][part] = word + part == 0 ? default : Steps(word, part).DefaultIfEmpty(new Step(double.PositiveInfinity, 0, 0)).MinBy(step => step.Cost);
            }
        }

        var words = Enumerable.Repeat(-1, said.Count).ToArray();
        if (best[^1][^1].Cost <= MostUnlike * sounds.Sum(sound => sound.Length))
        {
            Trace(best, words);
        }

        return words;

        IEnumerable<Step> Steps(int word, int part)
        {
            if (word > 0)
            {
                var parts = Math.Max(1, expected[word - 1].Count);
                if (part >= parts)
                {
                    yield return StepTo(word, part, 1, parts);
                }
            }

            for (var together = 2; together <= Math.Min(MostTogether, word) && part > 0; together++)
            {
                yield return StepTo(word, part, together, 1);
            }
        }

        Step StepTo(int word, int part, int words, int parts) => new(
            best[word - words][part - parts].Cost + Distance(
                string.Concat(expected.Skip(word - words).Take(words).SelectMany(one => one)), string.Concat(sounds.Skip(part - parts).Take(parts))),
            words, parts);
    }

    /// <summary>The last step of the best way to some words and parts.</summary>
    private readonly record struct Step(double Cost, int Words, int Parts);

    private static void Trace(Step[][] best, int[] found)
    {
        for (var (word, part) = (best.Length - 1, best[0].Length - 1); part > 0;)
        {
            var (_, words, parts) = best[word][part];
            found.AsSpan(part - parts, parts).Fill(words == 1 ? word - 1 : -1);
            (word, part) = (word - words, part - parts);
        }
    }

    /// <summary>Without stress and length, which depend on what stands beside.</summary>
    private static string Sounds(string phonemes) => string.Concat(phonemes.Where(symbol => symbol is not ('ˈ' or 'ˌ' or 'ː')));

    /// <summary>How many symbols must be put in, taken out or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                left = Math.Min(change, Math.Min(diagonal, left) + 1);
                row[j] = left;
            }
        }

        return row[^1];
    }
}
