namespace TtsConsumers.Speech.Text.English;

/// <summary>A word or a mark of an English passage.</summary>
/// <param name="Text">Letters with inner apostrophes and hyphens (and dots, as in U.S.), or one mark.</param>
/// <param name="IsWord">Whether it is a word.</param>
/// <param name="BlankFollows">Whether a blank stands behind it in the text.</param>
/// <param name="Place">Where it stands in the text as sent.</param>
internal readonly record struct Token(string Text, bool IsWord, bool BlankFollows, Place Place);
