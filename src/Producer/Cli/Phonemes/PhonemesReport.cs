using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;

namespace TtsConsumers.Producer.Cli.Phonemes;

/// <summary>A reading for machines.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its main language, <c>zh</c> or <c>en</c>.</param>
/// <param name="Normalized">The text as it is said, in words and marks.</param>
/// <param name="Pinyin">How each Hanzi of it is read, as a dictionary has it.</param>
/// <param name="Spoken">The same after the sandhi of tones.</param>
/// <param name="Phonemes">What the model would be given; empty where nothing can be spoken.</param>
/// <param name="Notes">What would be left out.</param>
/// <param name="Error">Why nothing can be spoken, where that is so.</param>
/// <param name="Passages">Every word, where that was asked for.</param>
internal sealed record PhonemesReport(
    string Text,
    string Language,
    string Normalized,
    IReadOnlyList<string> Pinyin,
    IReadOnlyList<string> Spoken,
    string Phonemes,
    IReadOnlyList<string> Notes,
    string? Error,
    IReadOnlyList<PassageReport>? Passages)
{
    /// <summary>Reports how a text is read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="explanation">How it is read.</param>
    /// <param name="full">Whether to report every word.</param>
    public static PhonemesReport Of(string text, Explanation explanation, bool full)
    {
        var spoken = explanation.Reading as Reading.Spoken;
        return new(
            text,
            PassageReport.Code(explanation.Language),
            explanation.Normalized,
            [.. explanation.Words.SelectMany(word => word.Citation)],
            [.. explanation.Words.SelectMany(word => word.Spoken)],
            spoken?.Phonemes ?? "",
            spoken?.Notes ?? [],
            (explanation.Reading as Reading.Unspeakable)?.Message,
            full ? [.. explanation.Passages.Select(PassageReport.Of)] : null);
    }
}
