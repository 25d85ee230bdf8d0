namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>Gathers words and faults, so that whoever wrote a lexicon hears of all its mistakes at once.</summary>
/// <param name="reader">Checks each word.</param>
internal sealed class LexiconBuilder(OwnWordReader reader)
{
    private readonly Dictionary<string, (string Where, OwnWord Word)> _words = [];
    private readonly List<string> _faults = [];

    /// <summary>A sentence for each mistake so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Adds a word, or what is wrong with it.</summary>
    /// <param name="where">Where it stands, such as <c>words.tsv line 3</c>.</param>
    /// <param name="word">The word.</param>
    /// <param name="reading">Its reading.</param>
    public void Add(string where, string word, string reading)
    {
        if (reader.Fault(word, reading, out var own) is { } fault)
        {
            Refuse(where, $"'{word}': {fault}");
        }
        else if (!_words.TryAdd(own!.Text, (where, own)))
        {
            Refuse(where, $"'{word}' stands there twice, before in {_words[own.Text].Where}");
        }
    }

    /// <summary>Remembers a mistake.</summary>
    public void Refuse(string where, string fault) => _faults.Add($"{where}: {fault}");

    /// <summary>The lexicon of the good words.</summary>
    public UserLexicon Build() => _words.Count == 0 ? UserLexicon.Empty : new UserLexicon([.. _words.Values.Select(entry => entry.Word)]);
}
