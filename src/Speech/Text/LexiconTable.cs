using System.Runtime.CompilerServices;
using System.Text;

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
        var content = Encoding.UTF8.GetString(File.ReadAllBytes(path));
        var table = new LexiconTable(content, new int[content.AsSpan().Count('\n') + (content.EndsWith('\n') || content.Length == 0 ? 1 : 2)]);
        table.FindLines(path);
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

    /// <summary>
    /// Goes once through the content: where lines start, where first characters do, and whether the keys ascend. Compiled at its best at once, for
    /// every start of a host waits for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLines(string path)
    {
        var content = _content.AsSpan();
        var before = ReadOnlySpan<char>.Empty;
        var (start, known) = (0, 0);
        for (var line = 0; line < Count; line++)
        {
            _starts[line] = start;
            var rest = content[start..];
            var tab = rest.IndexOfAny('\t', '\n');
            if (tab < 0 || rest[tab] != '\t')
            {
                throw new InvalidDataException($"{path}: line {line + 1} has no tab");
            }

            var key = rest[..tab];
            if (line > 0 && before.SequenceCompareTo(key) >= 0)
            {
                throw new InvalidDataException($"{path}: line {line + 1} is not above the line before it");
            }

            for (var first = key.IsEmpty ? -1 : key[0]; known <= first; known++)
            {
                _firsts[known] = line;
            }

            before = key;
            var end = rest[tab..].IndexOf('\n');
            start = end < 0 ? content.Length + 1 : start + tab + end + 1;
        }

        // The end of the last line, counted as if another line started there.
        _starts[Count] = start;
        _firsts.AsSpan(known).Fill(Count);
    }

    private ReadOnlySpan<char> Line(int line) => _content.AsSpan(_starts[line], _starts[line + 1] - 1 - _starts[line]);
}
