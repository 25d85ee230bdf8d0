using System.Collections.Concurrent;
using System.Text.Json;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices.Kokoro;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices;

/// <summary>A model on disk: its folder and its manifest, whose every file is proved before its voices are offered.</summary>
public sealed class ModelFolder : ModelOnDisk
{
    private readonly string _path;

    private ModelFolder(string path, ModelManifest manifest) => (_path, Manifest) = (path, manifest);

    /// <summary>What <c>model.json</c> says.</summary>
    public ModelManifest Manifest { get; }

    /// <inheritdoc/>
    public override string Name => Manifest.Name;

    /// <inheritdoc/>
    public override string Family => Manifest.Family;

    /// <inheritdoc/>
    public override string ModelPath => Path.Combine(_path, Manifest.File);

    /// <inheritdoc/>
    public override int SampleRate => Manifest.SampleRate;

    /// <inheritdoc/>
    public override int FrameSamples => Manifest.FrameSamples;

    /// <inheritdoc/>
    public override int MaxIds => Manifest.MaxIds;

    /// <inheritdoc/>
    public override string License => Manifest.License;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> DefaultVoices => Manifest.DefaultVoices;

    /// <inheritdoc/>
    public override IReadOnlyList<ListedVoice> Listed =>
        [.. Manifest.Voices.Select(voice => new ListedVoice(voice.Id, voice.Language, voice.Gender))];

    /// <inheritdoc/>
    public override string FirstWords => Manifest.Vocabulary.Keys.First();

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

    /// <summary>Proves every voice pack against the manifest, in parallel, and keeps them.</summary>
    /// <param name="cancellationToken">Gives up between two files.</param>
    /// <exception cref="ModelFileException">A file is missing, cut short, or has another SHA-256 than the manifest says.</exception>
    public override async Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellationToken)
    {
        var packs = new ConcurrentDictionary<(string File, string Sha256), StylePack>();
        var files = Manifest.Voices.Select(voice => (voice.File, voice.Sha256)).Distinct();
        await Parallel.ForEachAsync(files, cancellationToken, (pack, _) =>
        {
            packs[pack] = ReadPack(pack.File, pack.Sha256);
            return ValueTask.CompletedTask;
        });
        return [.. Manifest.Voices.Select(voice => VoiceOf(voice, packs[(voice.File, voice.Sha256)]))];
    }

    /// <inheritdoc/>
    public override void Prove() => FileProof.Check(ModelPath, Manifest.Sha256);

    /// <inheritdoc/>
    /// <exception cref="ModelFileException">The family the manifest names is not known.</exception>
    public override IModelFamily NewFamily() => Manifest.Family == KokoroFamily.Name
        ? new KokoroFamily(Manifest)
        : throw new ModelFileException(
            $"Model {Manifest.Name}: family '{Manifest.Family}' is not known; '{KokoroFamily.Name}' is. Correct its model.json.");

    /// <inheritdoc/>
    internal override IVoiceReader NewReader(FrontEnd frontEnd, EspeakNg espeak) => new FrontEndReader(frontEnd);

    private Voice VoiceOf(ManifestVoice voice, StylePack pack) => new()
    {
        Id = voice.Id,
        Language = voice.Language,
        Gender = voice.Gender,
        SampleRate = Manifest.SampleRate,
        Model = Manifest.Name,
        Family = Manifest.Family,
        ModelSha256 = Manifest.Sha256.ToLowerInvariant(),
        License = Manifest.License,
        Style = pack,
    };

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
