namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>
/// Words with readings of somebody's own, a deployment's or a job's, checked by the <see cref="FrontEnd"/> that made it. Where such a word
/// stands as a word its reading wins over every table, model and rule. Immutable.
/// </summary>
public sealed class UserLexicon
{
    private readonly Dictionary<char, OwnWord.Hanzi[]> _hanzi;
    private readonly Dictionary<char, OwnWord.Other[]> _others;
    private readonly UserLexicon? _below;

    private UserLexicon(Dictionary<char, OwnWord.Hanzi[]> hanzi, Dictionary<char, OwnWord.Other[]> others, UserLexicon? below) =>
        (_hanzi, _others, _below) = (hanzi, others, below);

    /// <summary>Makes one of checked words, no two the same.</summary>
    internal UserLexicon(IReadOnlyCollection<OwnWord> words)
        : this(ByFirst<OwnWord.Hanzi>(words), ByFirst<OwnWord.Other>(words), below: null)
    {
    }

    /// <summary>One without words.</summary>
    public static UserLexicon Empty { get; } = new([]);

    /// <summary>Whether there is no word in it.</summary>
    public bool IsEmpty => _hanzi.Count == 0 && _others.Count == 0 && _below is null;

    /// <summary>This lexicon, and another where this one has nothing to say.</summary>
    internal UserLexicon Over(UserLexicon below) => IsEmpty ? below : below.IsEmpty ? this : new UserLexicon(_hanzi, _others, below);

    /// <summary>The words of Hanzi that begin with a character, the longest first; of equal ones this lexicon's before that of the one below.</summary>
    internal IEnumerable<OwnWord.Hanzi> HanziFrom(char first) => Merge(_hanzi.GetValueOrDefault(first, []), _below?.HanziFrom(first));

    /// <summary>The other words that begin with a character in either case, in the same order.</summary>
    internal IEnumerable<OwnWord.Other> OthersFrom(char first) =>
        Merge(_others.GetValueOrDefault(char.ToUpperInvariant(first), []), _below?.OthersFrom(first));

    private static IEnumerable<T> Merge<T>(T[] own, IEnumerable<T>? below)
        where T : OwnWord => below is null ? own : own.Concat(below).OrderByDescending(word => word.Text.Length);

    private static Dictionary<char, T[]> ByFirst<T>(IReadOnlyCollection<OwnWord> words)
        where T : OwnWord => words.OfType<T>().GroupBy(word => char.ToUpperInvariant(word.Text[0]))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());
}
