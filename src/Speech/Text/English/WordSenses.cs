namespace TtsConsumers.Speech.Text.English;

/// <summary>
/// Reads words whose sound depends on what is spoken of, such as a lead pipe: contexts.tsv, whose lines are <c>word TAB phonemes TAB hints</c>.
/// </summary>
/// <remarks>
/// Of a word's lines the first counts that has a hint near: <c>+pipe</c> is the next word, <c>-made</c> the one before, <c>-of_made</c> the two
/// before, the nearer first; <c>copper</c> is any word within six. A verb is left alone, unless <c>!</c> stands before the phonemes.
/// </remarks>
internal sealed class WordSenses
{
    private const int Reach = 6;

    private readonly Dictionary<string, List<Sense>> _senses = [];

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static WordSenses Load(string path)
    {
        var senses = new WordSenses();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !senses.Add(line.Split('\t')))
            {
                throw new InvalidDataException($"{path}: line {number}: write a word in small letters, a tab, phonemes, a tab, and hints");
            }
        }

        return senses;
    }

    /// <summary>The phonemes of a word by its neighbours; null when nothing hints at them.</summary>
    public string? Read(IReadOnlyList<Token> tokens, int at, WordTag tag)
    {
        if (!_senses.TryGetValue(tokens[at].Text.ToLowerInvariant(), out var senses))
        {
            return null;
        }

        var isVerb = tag is WordTag.Verb or WordTag.PastVerb or WordTag.Participle;
        return senses.Find(sense => (!isVerb || sense.AlsoVerb) && Array.Exists(sense.Hints, hint => IsNear(tokens, at, hint)))?.Phonemes;
    }

    private static bool IsNear(IReadOnlyList<Token> tokens, int at, string hint)
    {
        if (hint[0] == '+')
        {
            return Is(tokens, at + 1, hint.AsSpan(1));
        }

        if (hint[0] == '-')
        {
            var second = hint.IndexOf('_', StringComparison.Ordinal);
            return second < 0 ? Is(tokens, at - 1, hint.AsSpan(1))
                : Is(tokens, at - 1, hint.AsSpan(1, second - 1)) && Is(tokens, at - 2, hint.AsSpan(second + 1));
        }

        for (var other = Math.Max(0, at - Reach); other <= Math.Min(tokens.Count - 1, at + Reach); other++)
        {
            if (other != at && Is(tokens, other, hint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(IReadOnlyList<Token> tokens, int at, ReadOnlySpan<char> word) =>
        at >= 0 && at < tokens.Count && tokens[at].Text.AsSpan().Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Add(string[] parts)
    {
        if (parts.Length != 3 || parts[1].TrimStart('!').Length == 0 || parts[0].Length == 0 || parts[0].Any(char.IsAsciiLetterUpper))
        {
            return false;
        }

        if (!_senses.TryGetValue(parts[0], out var senses))
        {
            _senses[parts[0]] = senses = [];
        }

        senses.Add(new Sense(parts[1].TrimStart('!'), parts[1][0] == '!', parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return true;
    }

    /// <summary>A line of the table.</summary>
    private sealed record Sense(string Phonemes, bool AlsoVerb, string[] Hints);
}
