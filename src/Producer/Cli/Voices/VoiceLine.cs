using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli.Voices;

/// <summary>A voice as it is printed.</summary>
/// <param name="Id">What jobs name.</param>
/// <param name="Language">Its own language.</param>
/// <param name="Gender"><c>female</c>, <c>male</c>, or <c>unknown</c> where the model's files don't say.</param>
/// <param name="DefaultFor">The languages of text it speaks where no voice is named.</param>
/// <param name="Model">Its model.</param>
/// <param name="Family">The model's family.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="License">The licence, as an SPDX expression; <c>unknown</c> where the model's files don't say.</param>
internal sealed record VoiceLine(
    string Id, string Language, string Gender, IReadOnlyList<string> DefaultFor, string Model, string Family, int SampleRate, string License)
{
    /// <summary>The voices of models, those of the preferred model first.</summary>
    /// <param name="shelf">The models.</param>
    /// <param name="language"><c>zh</c>, <c>en</c> or a variety such as <c>en-gb</c>; <see langword="null"/> for all.</param>
    public static IReadOnlyList<VoiceLine> Of(ModelShelf shelf, string? language) =>
    [
        .. shelf.Voices.Where(one => language is null || Speaks(one.Voice.Language, language.Replace('_', '-')))
            .Select(one => Of(one.Voice, one.Model, one.Model == shelf.Preferred)),
    ];

    private static bool Speaks(string own, string asked) =>
        own.Equals(asked, StringComparison.OrdinalIgnoreCase) || own.StartsWith(asked + "-", StringComparison.OrdinalIgnoreCase);

    private static VoiceLine Of(ListedVoice voice, ModelOnDisk model, bool preferred) => new(
        voice.Id,
        voice.Language,
        voice.Gender,
        [.. model.DefaultVoices.Where(entry => preferred && entry.Value == voice.Id).Select(entry => entry.Key)],
        model.Name,
        model.Family,
        model.SampleRate,
        model.License);
}
