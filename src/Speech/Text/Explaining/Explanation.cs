namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>How a text came to be read as it is, stage by stage.</summary>
/// <param name="Cleaned">The text without what can't be spoken, its characters in their plain form.</param>
/// <param name="Simplified">The same in simplified characters; readings in braces are still there.</param>
/// <param name="Language">The main language.</param>
/// <param name="Passages">Its passages of one language each.</param>
/// <param name="Reading">What comes of it.</param>
public sealed record Explanation(
    string Cleaned, string Simplified, SpeechLanguage Language, IReadOnlyList<ExplainedPassage> Passages, Reading Reading)
{
    /// <summary>The text as it is said, all passages one after the other.</summary>
    public string Normalized => string.Join(' ', Passages.Select(passage => passage.Normalized.Trim()).Where(said => said.Length > 0));

    /// <summary>All words.</summary>
    public IEnumerable<ExplainedWord> Words => Passages.SelectMany(passage => passage.Words);
}
