namespace TtsConsumers.Speech.Text.Chinese.Contexts;

/// <summary>
/// Reads characters the polyphone model is weak at, wherever in a word they stand, by the characters beside them: contexts.tsv, whose lines are
/// <c>character TAB syllable TAB patterns</c>, parted by blanks. Of a character's lines the first that fits holds. An <c>!</c> before the
/// syllable: also where a phrase says something else. What somebody fixed stays.
/// </summary>
internal sealed class CharacterContexts
{
    private readonly Dictionary<char, List<ContextRule>> _rules = [];

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static CharacterContexts Load(string path)
    {
        var contexts = new CharacterContexts();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && contexts.Add(line) is { } fault)
            {
                throw new InvalidDataException($"{path}: line {number}: {fault}");
            }
        }

        return contexts;
    }

    /// <summary>Corrects <see cref="Sentence.Citation"/>.</summary>
    public void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.Sources[at] < ReadingSource.Lexicon && _rules.TryGetValue(sentence.HanziAt(at), out var rules))
            {
                Apply(sentence, at, rules);
            }
        }
    }

    private static void Apply(Sentence sentence, int at, List<ContextRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Holds(sentence, at))
            {
                sentence.Cite(at, rule.Syllable, ReadingSource.Rule);
                return;
            }
        }
    }

    /// <summary>Takes a line; says what is wrong with it.</summary>
    private string? Add(string line)
    {
        var parts = line.Split('\t');
        if (parts.Length != 3 || parts[0].Length != 1 || parts[1].TrimStart('!').Length == 0)
        {
            return "write a character, a tab, a syllable, a tab, and patterns";
        }

        if (!_rules.TryGetValue(parts[0][0], out var rules))
        {
            _rules[parts[0][0]] = rules = [];
        }

        try
        {
            var patterns = parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pattern => new ContextPattern(pattern));
            rules.Add(new ContextRule(parts[1].TrimStart('!'), parts[1][0] == '!', [.. patterns]));
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
