using System.Security.Cryptography;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>A Piper voice as its publisher ships it: <c>name.onnx</c> and <c>name.onnx.json</c>, side by side.</summary>
internal sealed class PiperModel : ModelOnDisk
{
    /// <summary>How the name of a config ends.</summary>
    public const string ConfigEnding = ".onnx.json";

    private readonly string _configPath;
    private readonly PiperConfig _config;
    private readonly PiperTraits _traits = new();
    private string? _sha256;

    private PiperModel(string configPath, PiperConfig config)
    {
        (_configPath, _config) = (configPath, config);
        Name = NameOf(configPath);
        License = ModelCard.LicenseIn(Path.GetDirectoryName(configPath)!, Name);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Family => PiperFamily.Name;

    /// <inheritdoc/>
    public override string ModelPath => _configPath[..^".json".Length];

    /// <inheritdoc/>
    public override int SampleRate => _config.SampleRate;

    /// <inheritdoc/>
    public override int FrameSamples => _config.HopLength;

    /// <inheritdoc/>
    public override int MaxIds => PiperFamily.MostIds;

    /// <inheritdoc/>
    public override string License { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> DefaultVoices => new Dictionary<string, string>();

    /// <inheritdoc/>
    public override IReadOnlyList<ListedVoice> Listed =>
        [.. Speakers.Select(speaker => new ListedVoice(speaker.Id, _config.Language, "unknown"))];

    /// <inheritdoc/>
    public override string FirstWords => new PiperSymbols(_config).FirstWords;

    private IEnumerable<(string Id, long Number)> Speakers =>
        _config.Speakers.Count == 0 ? [(Name, 0)] : _config.Speakers.Select(speaker => ($"{Name}:{speaker.Name}", speaker.Number));

    /// <summary>The name of the voice that a config belongs to.</summary>
    /// <param name="configPath">The <c>.onnx.json</c>.</param>
    public static string NameOf(string configPath) => Path.GetFileName(configPath)[..^ConfigEnding.Length];

    /// <summary>Whether a file is named as publishers name Piper voices and has no config. Other models have other files beside them.</summary>
    /// <param name="modelPath">An <c>.onnx</c>.</param>
    public static bool LacksConfig(string modelPath) =>
        PiperLanguage.IsInName(Path.GetFileName(modelPath)) && !File.Exists(modelPath + ".json");

    /// <summary>Reads a voice's config.</summary>
    /// <param name="configPath">The <c>.onnx.json</c>.</param>
    /// <exception cref="ModelFileException">The config is faulty, or the model is missing.</exception>
    public static PiperModel Open(string configPath)
    {
        var model = new PiperModel(configPath, PiperConfigReader.Read(configPath));
        return File.Exists(model.ModelPath) ? model
            : throw new ModelFileException($"{model.ModelPath} is missing: a Piper voice is two files, this one and {Path.GetFileName(configPath)}.");
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellationToken) => Task.Run<IReadOnlyList<Voice>>(
        () =>
        {
            _sha256 = Hash();
            return [.. Speakers.Select(speaker => VoiceOf(speaker.Id, speaker.Number))];
        },
        cancellationToken);

    /// <inheritdoc/>
    public override void Prove()
    {
        if (_sha256 is { } expected && Hash() != expected)
        {
            throw new ModelFileException($"{ModelPath} or its .json has changed since the host started. Restart the host.");
        }
    }

    /// <inheritdoc/>
    public override IModelFamily NewFamily() => new PiperFamily(Name, _config, _traits);

    /// <inheritdoc/>
    internal override IVoiceReader NewReader(FrontEnd frontEnd, EspeakNg espeak) => _config.PhonemeType switch
    {
        PhonemeType.Text => new CodePointReader(_config),
        PhonemeType.Pinyin => new PinyinReader(_config, frontEnd),
        _ when _config.BaseLanguage == "zh" => new ChineseEspeakReader(_config, frontEnd, espeak),
        _ => new EspeakReader(_config, _traits, frontEnd, espeak),
    };

    /// <inheritdoc/>
    internal override string? Missing(EspeakNg espeak) =>
        _config.PhonemeType == PhonemeType.Espeak && espeak.MissingFor(_config.EspeakVoice) is { } missing ? $"voice '{Name}' can't speak here: {missing}" : null;

    private Voice VoiceOf(string id, long number) => new()
    {
        Id = id,
        Language = _config.Language,
        Gender = "unknown",
        SampleRate = _config.SampleRate,
        Model = Name,
        Family = Family,
        ModelSha256 = _sha256!,
        License = License,
        Speaker = number,
    };

    /// <summary>Of both files: another config makes another sound.</summary>
    private string Hash()
    {
        try
        {
            using var model = File.OpenRead(ModelPath);
            var both = SHA256.HashData(model).Concat(SHA256.HashData(File.ReadAllBytes(_configPath))).ToArray();
            return Convert.ToHexStringLower(SHA256.HashData(both));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{ModelPath} can't be read: {e.Message}", e);
        }
    }
}
