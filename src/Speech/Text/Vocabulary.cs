using System.Collections.Frozen;
using System.Text.Json;

namespace TtsConsumers.Speech.Text;

/// <summary>The symbols the voice knows, <c>kokoro-v1.0-vocab.json</c>: an object of one-character names.</summary>
internal sealed class Vocabulary
{
    private static readonly FrozenSet<char> Marks = " ;:,.!?—…\"()“”".ToFrozenSet();
    private readonly FrozenSet<char> _symbols;

    private Vocabulary(FrozenSet<char> symbols) => _symbols = symbols;

    /// <summary>Reads the symbols.</summary>
    /// <exception cref="InvalidDataException">A name is not one character long.</exception>
    public static Vocabulary Load(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var names = json.RootElement.EnumerateObject().Select(symbol => symbol.Name).ToArray();
        var strange = Array.Find(names, name => name.Length != 1);
        return strange is null
            ? new Vocabulary(names.Select(name => name[0]).ToFrozenSet())
            : throw new InvalidDataException($"{path}: '{strange}' is not one character");
    }

    /// <summary>Whether the voice knows the symbol.</summary>
    public bool Contains(char symbol) => _symbols.Contains(symbol);

    /// <summary>Whether there is anything to hear in the phonemes: at least one symbol that is not a mark or a blank.</summary>
    public static bool IsAudible(ReadOnlySpan<char> phonemes)
    {
        foreach (var symbol in phonemes)
        {
            if (!Marks.Contains(symbol))
            {
                return true;
            }
        }

        return false;
    }
}
