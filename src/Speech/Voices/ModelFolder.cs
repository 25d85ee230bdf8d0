using System.Collections.Concurrent;
using System.Text.Json;

namespace TtsConsumers.Speech.Voices;

/// <summary>A model on disk: its folder and its manifest, whose every file is proved before anything is loaded.</summary>
public sealed class ModelFolder
{
    private readonly string _path;

    private ModelFolder(string path, ModelManifest manifest) => (_path, Manifest) = (path, manifest);

    /// <summary>What <c>model.json</c> says.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The ONNX file's path.</summary>
    public string ModelPath => Path.Combine(_path, Manifest.File);

    /// <summary>Reads and checks a model's manifest. No other file is touched.</summary>
    /// <param name="models">The folder that holds one folder a model.</param>
    /// <param name="model">The model's folder name.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="ModelFileException">There is no such manifest, or it is faulty; the message names file and fields.</exception>
    public static ModelFolder Open(string models, string model)
    {
        var folder = Path.Combine(models, model);
        var file = Path.Combine(folder, "model.json");
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(file), ModelJson.Default.ModelManifest)
                ?? throw new JsonException("the file says null.");
            var faults = ManifestRules.Faults(manifest).ToList();
            return faults.Count == 0
                ? new ModelFolder(folder, manifest)
                : throw new ModelFileException($"{file} is faulty: {string.Join("; ", faults)}.");
        }
        catch (JsonException e)
        {
            throw new ModelFileException($"{file} is faulty: {e.Path ?? "$"}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException(
                $"{file} can't be read: {e.Message} Set TTS_MODELS to the folder with one folder a model, TTS_MODEL to one of them.", e);
        }
    }

    /// <summary>Proves the model and every voice pack against the manifest, in parallel, and keeps the packs.</summary>
    /// <param name="cancellationToken">Gives up between two files.</param>
    /// <returns>Voice id → pack; voices that share a file share its pack.</returns>
    /// <exception cref="ModelFileException">A file is missing, cut short, or has another SHA-256 than the manifest says.</exception>
    public async Task<IReadOnlyDictionary<string, StylePack>> CheckAsync(CancellationToken cancellationToken)
    {
        var packs = new ConcurrentDictionary<(string File, string Sha256), StylePack>();
        Action[] steps =
        [
            () => FileProof.Check(ModelPath, Manifest.Sha256),
            .. Manifest.Voices.Select(voice => (voice.File, voice.Sha256)).Distinct()
                .Select(pack => (Action)(() => packs[pack] = ReadPack(pack.File, pack.Sha256))),
        ];
        await Parallel.ForEachAsync(steps, cancellationToken, (step, _) =>
        {
            step();
            return ValueTask.CompletedTask;
        });
        return Manifest.Voices.ToDictionary(voice => voice.Id, voice => packs[(voice.File, voice.Sha256)]);
    }

    private StylePack ReadPack(string name, string sha256)
    {
        var path = Path.Combine(_path, name);
        var bytes = FileProof.Read(path, sha256);
        var expected = Manifest.StyleRows * Manifest.StyleWidth * sizeof(float);
        return bytes.Length == expected
            ? new StylePack(bytes, Manifest.StyleWidth)
            : throw new ModelFileException(
                $"{path} has {bytes.Length:N0} bytes; {Manifest.StyleRows} rows of {Manifest.StyleWidth} floats are {expected:N0}. "
                + "Correct model.json.");
    }
}
