using System.Text.Json;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Reads a Piper voice's <c>.onnx.json</c> as Piper does: what is missing has a default, what is not known is passed over.</summary>
internal sealed class PiperConfigReader
{
    private const double LongestSilence = 10;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly string _path;
    private readonly JsonElement _root;

    private PiperConfigReader(string path, JsonElement root) => (_path, _root) = (path, root);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The <c>.onnx.json</c>.</param>
    /// <exception cref="ModelFileException">It can't be read, is no JSON object, or can't be spoken with; the message says why.</exception>
    public static PiperConfig Read(string path)
    {
        try
        {
            // Not all publishers write without a byte order mark.
            using var json = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new PiperConfigReader(path, json.RootElement).Read()
                : throw new ModelFileException($"{path} is faulty: it holds no JSON object.");
        }
        catch (JsonException e)
        {
            throw new ModelFileException($"{path} is faulty: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{path} can't be read: {e.Message}", e);
        }
    }

    private PiperConfig Read()
    {
        var type = TypeOf(Text("phoneme_type"));
        var espeak = Text("espeak", "voice") ?? "en-us";
        return new PiperConfig
        {
            PhonemeType = type,
            EspeakVoice = espeak,
            Language = PiperLanguage.Of(Text("language", "code") ?? Text("language"), type, espeak, Path.GetFileName(_path)),
            SampleRate = Whole(22_050, 4_000, 192_000, "audio", "sample_rate"),
            HopLength = Whole(256, 1, 48_000, "hop_length"),
            Speakers = Speakers(),
            NoiseScale = Real(0.667f, "inference", "noise_scale"),
            LengthScale = Real(1, "inference", "length_scale") is > 0 and var scale ? scale : throw Fault("inference.length_scale", "must be above 0"),
            NoiseWidth = Real(0.8f, "inference", "noise_w"),
            SentenceSilence = Silence(At("inference", "sentence_silence"), "inference.sentence_silence") ?? TimeSpan.FromMilliseconds(200),
            PhonemeSilences = PhonemeSilences(),
            Ids = Ids(),
            Replacements = Replacements(espeak),
            Clusters = At("vowel_clusters") is { ValueKind: JsonValueKind.Array } clusters
                ? [.. clusters.EnumerateArray().Select(cluster => string.Concat(Strings(cluster))).Where(cluster => cluster.Length > 0)] : [],
        };
    }

    private PhonemeType TypeOf(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" or "espeak" or "phonemetype.espeak" => PhonemeType.Espeak,
        "text" or "phonemetype.text" => PhonemeType.Text,
        "pinyin" or "phonemetype.pinyin" => PhonemeType.Pinyin,
        _ => throw Fault("phoneme_type", $"'{name}' is not served; 'espeak', 'text' and 'pinyin' are"),
    };

    private List<(string Name, long Number)> Speakers()
    {
        var named = At("speaker_id_map") is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Number)
                .Select(entry => (entry.Name, Number: entry.Value.TryGetInt64(out var number) ? number : 0)).OrderBy(entry => entry.Number).ToList()
            : [];
        var count = Whole(Math.Max(1, named.Count), 0, 100_000, "num_speakers");
        return count <= 1 ? []
            : named.Count > 0 ? named
            : [.. Enumerable.Range(0, count).Select(number => ($"{number}", (long)number))];
    }

    private Dictionary<string, TimeSpan> PhonemeSilences()
    {
        Dictionary<string, TimeSpan> silences = [];
        foreach (var entry in At("inference", "phoneme_silence") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : default)
        {
            if (Silence(entry.Value, $"inference.phoneme_silence['{entry.Name}']") is { } silence)
            {
                silences[entry.Name] = silence;
            }
        }

        return silences;
    }

    private TimeSpan? Silence(JsonElement? seconds, string field) => seconds is not { ValueKind: JsonValueKind.Number } value ? null
        : value.GetDouble() is >= 0 and <= LongestSilence and var silence ? TimeSpan.FromSeconds(silence)
        : throw Fault(field, $"must be 0 to {LongestSilence} seconds, is {value.GetRawText()}");

    private Dictionary<string, IReadOnlyList<long>> Ids()
    {
        Dictionary<string, IReadOnlyList<long>> ids = [];
        foreach (var entry in At("phoneme_id_map") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : default)
        {
            ids[entry.Name] = Numbers(entry);
        }

        return ids.Count > 0 ? ids : throw Fault("phoneme_id_map", "must map phonemes to ids");
    }

    private long[] Numbers(JsonProperty entry) => entry.Value.ValueKind switch
    {
        JsonValueKind.Number when entry.Value.TryGetInt64(out var id) => [id],
        JsonValueKind.Array when entry.Value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number && one.TryGetInt64(out _)) =>
            [.. entry.Value.EnumerateArray().Select(one => one.GetInt64())],
        _ => throw Fault($"phoneme_id_map['{entry.Name}']", "must be a list of whole numbers"),
    };

    private Dictionary<string, IReadOnlyList<string>> Replacements(string espeak)
    {
        Dictionary<string, IReadOnlyList<string>> replacements = [];

        // Piper's own correction of espeak-ng's Brazilian Portuguese (piper-phonemize, phonemize.cpp); the voices were trained with it.
        if (espeak == "pt-br")
        {
            replacements["c"] = ["k"];
        }

        foreach (var entry in At("phoneme_map") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : default)
        {
            replacements[entry.Name] = Strings(entry.Value);
        }

        return replacements;
    }

    private static string[] Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
        _ => [],
    };

    private string? Text(params string[] path) => At(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private float Real(float otherwise, params string[] path) =>
        At(path) is { ValueKind: JsonValueKind.Number } value && float.IsFinite(value.GetSingle()) ? value.GetSingle() : otherwise;

    private int Whole(int otherwise, int least, int most, params string[] path)
    {
        if (At(path) is not { ValueKind: JsonValueKind.Number } value)
        {
            return otherwise;
        }

        var number = value.GetDouble();
        return number >= least && number <= most
            ? (int)number
            : throw Fault(string.Join('.', path), $"must be {least} to {most}, is {value.GetRawText()}");
    }

    private JsonElement? At(params string[] path)
    {
        JsonElement? at = _root;
        foreach (var name in path)
        {
            at = at is { ValueKind: JsonValueKind.Object } && at.Value.TryGetProperty(name, out var next) ? next : null;
        }

        return at;
    }

    private ModelFileException Fault(string field, string what) => new($"{_path} is faulty: {field} {what}.");
}
