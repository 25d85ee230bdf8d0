namespace TtsConsumers.Speech.Text.English;

/// <summary>How a word of ASCII letters is capitalised.</summary>
internal static class LetterCase
{
    /// <summary>No capital letter in it.</summary>
    public static bool IsLower(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('A', 'Z') < 0;

    /// <summary>No small letter in it.</summary>
    public static bool IsUpper(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('a', 'z') < 0;
}
