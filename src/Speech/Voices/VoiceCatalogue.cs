using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices.Kokoro;

namespace TtsConsumers.Speech.Voices;

/// <summary>All voices a host offers, and who speaks where nobody was asked for.</summary>
public sealed class VoiceCatalogue
{
    private readonly Dictionary<string, Voice> _byId;
    private readonly IReadOnlyDictionary<string, string> _defaults;
    private readonly IReadOnlyDictionary<string, string> _faults;
    private readonly Voice? _configured;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="preferred">The model whose voices speak where nobody asked for another.</param>
    /// <param name="voices">Every voice, the preferred model's first.</param>
    /// <param name="configured">The voice the settings name as default, an id or a mix; or null.</param>
    /// <param name="faults">Models that can't be offered: name → why.</param>
    /// <exception cref="ModelFileException"><paramref name="configured"/> is not on offer.</exception>
    public VoiceCatalogue(
        ModelOnDisk preferred, IReadOnlyList<Voice> voices, string? configured, IReadOnlyDictionary<string, string>? faults = null)
    {
        (Voices, _defaults, _faults) = (voices, preferred.DefaultVoices, faults ?? new Dictionary<string, string>());
        _byId = voices.ToDictionary(voice => voice.Id);
        _configured = string.IsNullOrEmpty(configured)
            ? null
            : Find(configured, out var why) ?? throw new ModelFileException(
                $"TTS_VOICE: {why}; there are {string.Join(", ", _byId.Keys)}.");
    }

    /// <summary>Every voice, the preferred model's first.</summary>
    public IReadOnlyList<Voice> Voices { get; }

    /// <summary>Finds a voice, or mixes one.</summary>
    /// <param name="id">The id as a job names it, or a mix such as <c>zf_xiaoxiao*0.7+zf_xiaobei*0.3</c> (see <see cref="VoiceMix"/>).</param>
    /// <returns>The voice; null when it is not offered.</returns>
    public Voice? Find(string id) => Find(id, out _);

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="id">The id as a job names it, or a mix.</param>
    /// <param name="why">Why there is no such voice, a sentence without its dot; empty when there is one.</param>
    public Voice? Find(string id, out string why)
    {
        // A Piper voice may have any file name, also one that looks like a mix.
        var voice = VoiceMix.IsMix(id) && !_byId.ContainsKey(id) ? VoiceMix.Find(id, One, out why) : One(id, out why);
        why = voice?.Missing ?? why;
        return why.Length == 0 ? voice : null;
    }

    /// <summary>Who speaks a text that names no voice: the configured voice, else the model's for the language, else its first.</summary>
    /// <param name="language">The text's main language.</param>
    /// <returns>The voice.</returns>
    public Voice Default(SpeechLanguage language)
    {
        var code = language == SpeechLanguage.Chinese ? "zh" : "en";
        return _configured ?? (_defaults.TryGetValue(code, out var id) ? _byId[id] : Voices[0]);
    }

    private Voice? One(string id, out string why)
    {
        var voice = _byId.GetValueOrDefault(id);
        why = voice is not null ? ""
            : _faults.TryGetValue(id.Split(':')[0], out var fault) ? $"voice '{Shorten(id)}' can't be offered: {fault}"
            : Speakers(id) is { Count: > 0 } speakers ? $"voice '{id}' has several speakers: {Some(speakers)}"
            : $"voice '{Shorten(id)}' is not in the catalogue; `tts voices` lists it";
        return voice;
    }

    private List<string> Speakers(string id) => [.. _byId.Keys.Where(key => key.StartsWith(id + ":", StringComparison.Ordinal))];

    private static string Some(List<string> speakers) =>
        string.Join(", ", speakers.Take(5)) + (speakers.Count > 5 ? $" and {speakers.Count - 5} more" : "");

    private static string Shorten(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
