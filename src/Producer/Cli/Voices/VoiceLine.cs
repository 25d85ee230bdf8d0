using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli.Voices;

/// <summary>A voice as it is printed.</summary>
/// <param name="Id">What jobs name.</param>
/// <param name="Language">Its own language.</param>
/// <param name="Gender">Its gender.</param>
/// <param name="DefaultFor">The languages of text it speaks where no voice is named.</param>
/// <param name="Model">Its model.</param>
/// <param name="Family">The model's family.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="License">The licence, as an SPDX expression.</param>
internal sealed record VoiceLine(
    string Id, string Language, string Gender, IReadOnlyList<string> DefaultFor, string Model, string Family, int SampleRate, string License)
{
    /// <summary>The voices of a model.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="language"><c>zh</c>, <c>en</c> or a variety such as <c>en-gb</c>; <see langword="null"/> for all.</param>
    public static IReadOnlyList<VoiceLine> Of(ModelManifest manifest, string? language) =>
        [.. manifest.Voices.Where(voice => language is null || Speaks(voice.Language, language)).Select(voice => Of(voice, manifest))];

    private static bool Speaks(string own, string asked) =>
        own.Equals(asked, StringComparison.OrdinalIgnoreCase) || own.StartsWith(asked + "-", StringComparison.OrdinalIgnoreCase);

    private static VoiceLine Of(ManifestVoice voice, ModelManifest manifest) => new(
        voice.Id,
        voice.Language,
        voice.Gender,
        [.. manifest.DefaultVoices.Where(entry => entry.Value == voice.Id).Select(entry => entry.Key)],
        manifest.Name,
        manifest.Family,
        manifest.SampleRate,
        manifest.License);
}
