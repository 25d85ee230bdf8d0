using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli;

/// <summary>A voice as it is printed.</summary>
/// <param name="Id">What jobs name.</param>
/// <param name="Language">Its own language.</param>
/// <param name="Gender">Its gender.</param>
/// <param name="DefaultFor">The languages of text it speaks where no voice is named.</param>
/// <param name="Model">Its model.</param>
/// <param name="SampleRate">Samples per second.</param>
internal sealed record VoiceLine(string Id, string Language, string Gender, IReadOnlyList<string> DefaultFor, string Model, int SampleRate)
{
    /// <summary>A voice of a manifest.</summary>
    public static VoiceLine Of(ManifestVoice voice, ModelManifest manifest) => new(
        voice.Id,
        voice.Language,
        voice.Gender,
        [.. manifest.DefaultVoices.Where(entry => entry.Value == voice.Id).Select(entry => entry.Key)],
        manifest.Name,
        manifest.SampleRate);
}
