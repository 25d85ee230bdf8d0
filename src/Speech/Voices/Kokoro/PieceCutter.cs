namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>
/// Cuts long phonemes where a speaker would breathe: after a sentence, else a clause, else a word, and inside a word only where there is
/// nothing else. Nothing is lost: the pieces, put together, are the phonemes.
/// </summary>
internal static class PieceCutter
{
    /// <summary>No piece is shorter: Kokoro mumbles below about 8 ids (models/kokoro-82m-v1.0/README.md).</summary>
    public const int Fewest = 20;

    // What closes a sentence or clause stays with it.
    private const string Closing = " ”)\"";
    private static readonly string[] StrongestFirst = [".!?", ";:,—…", " "];

    /// <summary>Cuts.</summary>
    /// <param name="phonemes">One UTF-16 unit a symbol.</param>
    /// <param name="most">The most symbols a piece may have; at least twice <see cref="Fewest"/>.</param>
    /// <returns>The pieces in order; one when the phonemes are short enough.</returns>
    public static IReadOnlyList<ReadOnlyMemory<char>> Cut(string phonemes, int most)
    {
        List<ReadOnlyMemory<char>> pieces = [];
        var rest = phonemes.AsMemory();
        while (rest.Length > most)
        {
            var end = End(rest.Span, Math.Min(most, rest.Length - Fewest));
            pieces.Add(rest[..end]);
            rest = rest[end..];
        }

        return [.. pieces, rest];
    }

    private static int End(ReadOnlySpan<char> rest, int latest)
    {
        foreach (var marks in StrongestFirst)
        {
            var end = rest[..latest].LastIndexOfAny(marks) + 1;
            while (end > 0 && end < latest && Closing.Contains(rest[end], StringComparison.Ordinal))
            {
                end++;
            }

            if (end >= Fewest)
            {
                return end;
            }
        }

        return latest;
    }
}
