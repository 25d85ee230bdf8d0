using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;

namespace TtsConsumers.Producer.Cli.Phonemes;

/// <summary>A passage of one language for machines.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Text">The passage.</param>
/// <param name="Normalized">The passage as it is said.</param>
/// <param name="Words">Its words.</param>
internal sealed record PassageReport(string Language, string Text, string Normalized, IReadOnlyList<ExplainedWord> Words)
{
    /// <summary>Reports a passage.</summary>
    public static PassageReport Of(ExplainedPassage passage) => new(Code(passage.Language), passage.Text, passage.Normalized, passage.Words);

    /// <summary>A language as it is written on the wire.</summary>
    public static string Code(SpeechLanguage language) => language == SpeechLanguage.Chinese ? "zh" : "en";
}
