using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Reads characters with several syllables by the whole sentence: the g2pM network, contract in <c>models/polyphone/README.md</c>.
/// </summary>
internal sealed class PolyphoneModel : IDisposable
{
    private const long Unknown = 1;
    private const long Begin = 2;
    private const long End = 3;
    private static readonly string[] Inputs = ["char_ids", "lengths"];
    private static readonly string[] Outputs = ["logits"];

    private readonly Dictionary<char, long> _characters;
    private readonly string[] _classes;
    private readonly Dictionary<char, int[]> _candidates;
    private readonly OneAtATimeSession _session;

    /// <summary>Loads the model of a folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="OnnxRuntimeException">The model is damaged.</exception>
    public PolyphoneModel(string folder)
    {
        _characters = Characters(Path.Combine(folder, "chars.txt"));
        _classes = File.ReadAllLines(Path.Combine(folder, "classes.txt"));
        _candidates = Candidates(Path.Combine(folder, "polyphones.tsv"), _classes);
        _session = new OneAtATimeSession(Path.Combine(folder, "g2pm.onnx"));
    }

    /// <summary>Whether the model has a say about the character.</summary>
    public bool Decides(char character) => _candidates.ContainsKey(character);

    /// <summary>Reads some characters of a text.</summary>
    /// <param name="sentence">The whole sentence with its marks, for the context decides; takes the syllables.</param>
    /// <param name="places">Indexes of characters that <see cref="Decides"/> accepts.</param>
    public void Read(Sentence sentence, IReadOnlyList<int> places)
    {
        var text = sentence.Text;
        if (places.Count == 0)
        {
            return;
        }

        using var ids = OrtValue.CreateTensorValueFromMemory(Frame(text), [1, text.Length + 2]);
        using var lengths = OrtValue.CreateTensorValueFromMemory(new long[] { text.Length + 2 }, [1]);
        using var outputs = _session.Run(Inputs, [ids, lengths], Outputs);
        var logits = outputs[0].GetTensorDataAsSpan<float>();
        foreach (var place in places)
        {
            // One further: row 0 is the start mark.
            var scores = logits.Slice((place + 1) * _classes.Length, _classes.Length);
            sentence.Cite(place, _classes[Best(_candidates[text[place]], scores)], ReadingSource.Model);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static int Best(int[] candidates, ReadOnlySpan<float> scores)
    {
        var best = candidates[0];
        foreach (var candidate in candidates)
        {
            best = scores[candidate] > scores[best] ? candidate : best;
        }

        return best;
    }

    private long[] Frame(string text)
    {
        var ids = new long[text.Length + 2];
        (ids[0], ids[^1]) = (Begin, End);
        for (var at = 0; at < text.Length; at++)
        {
            ids[at + 1] = _characters.GetValueOrDefault(text[at], Unknown);
        }

        return ids;
    }

    /// <summary>
    /// Lines are taken as they are: some are blanks of one kind or another. The first four are marks, longer than a character.
    /// </summary>
    private static Dictionary<char, long> Characters(string path)
    {
        var characters = new Dictionary<char, long>();
        var id = 0;
        foreach (var line in File.ReadAllText(path).Split('\n'))
        {
            if (line.Length == 1)
            {
                characters.Add(line[0], id);
            }

            id++;
        }

        return characters;
    }

    private static Dictionary<char, int[]> Candidates(string path, string[] classes)
    {
        var numbers = new Dictionary<string, int>(classes.Length);
        foreach (var name in classes)
        {
            numbers.Add(name, numbers.Count);
        }

        var candidates = new Dictionary<char, int[]>();
        foreach (var line in File.ReadLines(path))
        {
            candidates.Add(line[0], Array.ConvertAll(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Split(' '), name => numbers[name]));
        }

        return candidates;
    }
}
