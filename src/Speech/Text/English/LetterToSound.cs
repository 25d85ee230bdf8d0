using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Reads words that no lexicon has from their letters: contract and accuracy in <c>models/g2p-en/README.md</c>.</summary>
internal sealed class LetterToSound : IDisposable
{
    private static readonly string[] Inputs = ["chars"];
    private static readonly string[] Outputs = ["logits"];

    private readonly FrozenDictionary<string, long> _letters;
    private readonly string[] _labels;
    private readonly bool[] _isStressed;
    private readonly OneAtATimeSession _session;

    /// <summary>Loads the model of a folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="OnnxRuntimeException">The model is damaged.</exception>
    public LetterToSound(string folder)
    {
        using var symbols = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "symbols.json")));
        _letters = Names(symbols, "chars").Select((letter, id) => KeyValuePair.Create(letter, (long)id)).ToFrozenDictionary();
        _labels = Names(symbols, "labels");
        _isStressed = [.. _labels.Select(label => label.Contains(Sounds.Primary, StringComparison.Ordinal))];
        _session = new OneAtATimeSession(Path.Combine(folder, "g2p-en.onnx"));
    }

    /// <summary>Reads a word; characters other than letters and apostrophes are passed over.</summary>
    /// <returns>Raw phonemes with one primary stress; empty when the word has no letters.</returns>
    public string Read(string word)
    {
        var letters = word.ToLowerInvariant().Where(c => c == '\'' || char.IsAsciiLetter(c)).Select(c => _letters[c.ToString()]).ToArray();
        if (letters.Length == 0)
        {
            return string.Empty;
        }

        long[] framed = [_letters["<s>"], .. letters, _letters["</s>"]];
        using var input = OrtValue.CreateTensorValueFromMemory(framed, [1, framed.Length]);
        using var outputs = _session.Run(Inputs, [input], Outputs);
        return Decode(outputs[0].GetTensorDataAsSpan<float>()[_labels.Length..], letters.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static string[] Names(JsonDocument symbols, string list) =>
        [.. symbols.RootElement.GetProperty(list).EnumerateArray().Select(name => name.GetString() ?? string.Empty)];

    /// <summary>Every letter takes its best label without stress, save the one letter that gains most by a stressed label.</summary>
    private string Decode(ReadOnlySpan<float> scores, int letters)
    {
        var labels = new int[letters];
        var (gain, at, label) = (float.NegativeInfinity, 0, 0);
        for (var letter = 0; letter < letters; letter++)
        {
            var row = scores.Slice(letter * _labels.Length, _labels.Length);
            labels[letter] = Best(row, stressed: false);
            var stressed = Best(row, stressed: true);
            if (row[stressed] - row[labels[letter]] > gain)
            {
                (gain, at, label) = (row[stressed] - row[labels[letter]], letter, stressed);
            }
        }

        labels[at] = label;
        return string.Concat(labels.Select(index => _labels[index]));
    }

    private int Best(ReadOnlySpan<float> row, bool stressed)
    {
        var best = -1;
        for (var label = 0; label < row.Length; label++)
        {
            best = _isStressed[label] == stressed && (best < 0 || row[label] > row[best]) ? label : best;
        }

        return best;
    }
}
