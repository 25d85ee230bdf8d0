using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.English;

/// <summary>
/// Reads a word of several parts, well-known or OpenTelemetry: part by part from the right, the longest known tail at a time, joined
/// without a blank. When too many parts are stressed the lighter ones give way.
/// </summary>
/// <param name="known">Reads a part that some lexicon knows; null otherwise.</param>
/// <param name="any">Reads any part.</param>
internal sealed partial class CompoundReader(Func<string, WordTag, NextSound, string?> known, Func<string, WordTag, NextSound, string> any)
{
    /// <summary>No word of the lexicon has more parts; so a chain of any length is read in time linear in it.</summary>
    private const int MostKnownParts = 7;

    /// <summary>The parts of a word; one part when it is no compound.</summary>
    public static string[] PartsOf(string word) => Joints().Split(word).Where(part => part.Length > 0).ToArray();

    /// <summary>Reads a compound.</summary>
    public string Read(string word, NextSound next)
    {
        var parts = PartsOf(word);
        var tags = Tagger.Tag([.. parts.Select(part => new Token(part, IsWord: true, BlankFollows: false, default))]);
        var spoken = new List<string>();
        for (var end = parts.Length; end > 0;)
        {
            var start = ReadTail(parts, tags, end, next, out var phonemes);
            spoken.Insert(0, phonemes);
            next = Sounds.FirstOf(phonemes, next);
            end = start;
        }

        return string.Concat(Balance(spoken, parts[0]));
    }

    private int ReadTail(string[] parts, WordTag[] tags, int end, NextSound next, out string phonemes)
    {
        for (var start = Math.Max(0, end - MostKnownParts); start < end - 1; start++)
        {
            if (known(string.Join('-', parts[start..end]), WordTag.Noun, next) is { } tail)
            {
                phonemes = tail;
                return start;
            }
        }

        phonemes = known(parts[end - 1], tags[end - 1], next) ?? any(parts[end - 1], tags[end - 1], next);
        return end - 1;
    }

    /// <summary>
    /// misaki's balance of stresses: behind a single letter the second part gives way, else the lighter half when more than half are
    /// stressed.
    /// </summary>
    private static IEnumerable<string> Balance(List<string> spoken, string first)
    {
        if (spoken.Count == 2 && first.Length == 1)
        {
            return [spoken[0], Stress.Demote(spoken[1])];
        }

        if (spoken.Count < 2 || spoken.Count(IsStressed) <= (spoken.Count + 1) / 2)
        {
            return spoken;
        }

        var weak = Enumerable.Range(0, spoken.Count)
            .OrderBy(part => IsStressed(spoken[part])).ThenBy(part => Weight(spoken[part])).ThenBy(part => part)
            .Take(spoken.Count / 2).ToHashSet();
        return spoken.Select((phonemes, part) => weak.Contains(part) ? Stress.Demote(phonemes) : phonemes);
    }

    private static bool IsStressed(string phonemes) => phonemes.Contains(Sounds.Primary, StringComparison.Ordinal);

    private static int Weight(string phonemes) => phonemes.Sum(symbol => Sounds.Double.Contains(symbol) ? 2 : 1);

    /// <summary>At hyphens, between aB, and before the last capital of ABc.</summary>
    [GeneratedRegex("-+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Joints();
}
