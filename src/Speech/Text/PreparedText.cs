using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text;

/// <summary>A text before any language has read it.</summary>
/// <param name="Cleaned">What was left of it by the cleaner.</param>
/// <param name="Simplified">The same in simplified characters, with its readings in braces settled.</param>
/// <param name="Main">Its main language.</param>
/// <param name="Passages">Its passages of one language each; put together again they are the simplified text, save for words that gave way to place-holders.</param>
/// <param name="Overrides">Readings of somebody's own.</param>
/// <param name="Notes">What is not spoken, a sentence each.</param>
internal sealed record PreparedText(
    string Cleaned,
    string Simplified,
    SpeechLanguage Main,
    IReadOnlyList<Passage> Passages,
    TextOverrides Overrides,
    IReadOnlyList<string> Notes);
