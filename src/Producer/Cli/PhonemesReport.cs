using TtsConsumers.Speech.Text;

namespace TtsConsumers.Producer.Cli;

/// <summary>A reading for machines.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its main language, <c>zh</c> or <c>en</c>.</param>
/// <param name="Phonemes">What the model would be given.</param>
/// <param name="Notes">What would be left out.</param>
internal sealed record PhonemesReport(string Text, string Language, string Phonemes, IReadOnlyList<string> Notes)
{
    /// <summary>Reports a reading.</summary>
    public static PhonemesReport Of(string text, Reading.Spoken spoken) =>
        new(text, spoken.Language == SpeechLanguage.Chinese ? "zh" : "en", spoken.Phonemes, spoken.Notes);
}
