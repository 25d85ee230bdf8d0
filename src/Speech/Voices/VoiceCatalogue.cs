using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices;

/// <summary>All voices a host offers, and who speaks where nobody was asked for.</summary>
public sealed class VoiceCatalogue
{
    private readonly Dictionary<string, Voice> _byId;
    private readonly IReadOnlyDictionary<string, string> _defaults;
    private readonly Voice? _configured;

    /// <summary>Makes the catalogue of one model.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="packs">Voice id → pack, for every voice of the manifest.</param>
    /// <param name="configured">The voice id the settings name as default, or null.</param>
    /// <exception cref="ModelFileException"><paramref name="configured"/> is not a voice of the model.</exception>
    public VoiceCatalogue(ModelManifest manifest, IReadOnlyDictionary<string, StylePack> packs, string? configured)
    {
        Voices = [.. manifest.Voices.Select(voice => Make(manifest, voice, packs[voice.Id]))];
        _byId = Voices.ToDictionary(voice => voice.Id);
        _defaults = manifest.DefaultVoices;
        _configured = string.IsNullOrEmpty(configured)
            ? null
            : Find(configured) ?? throw new ModelFileException(
                $"TTS_VOICE: model {manifest.Name} has no voice '{configured}'; it has {string.Join(", ", _byId.Keys)}.");
    }

    /// <summary>Every voice, in the manifest's order.</summary>
    public IReadOnlyList<Voice> Voices { get; }

    /// <summary>Finds a voice.</summary>
    /// <param name="id">The id as a job names it.</param>
    /// <returns>The voice; null when no such voice is offered.</returns>
    public Voice? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Who speaks a text that names no voice: the configured voice, else the model's for the language, else its first.</summary>
    /// <param name="language">The text's main language.</param>
    /// <returns>The voice.</returns>
    public Voice Default(SpeechLanguage language)
    {
        var code = language == SpeechLanguage.Chinese ? "zh" : "en";
        return _configured ?? (_defaults.TryGetValue(code, out var id) ? _byId[id] : Voices[0]);
    }

    private static Voice Make(ModelManifest manifest, ManifestVoice voice, StylePack pack) => new()
    {
        Id = voice.Id,
        Language = voice.Language,
        Gender = voice.Gender,
        SampleRate = manifest.SampleRate,
        Model = manifest.Name,
        ModelSha256 = manifest.Sha256.ToLowerInvariant(),
        License = manifest.License,
        Style = pack,
    };
}
