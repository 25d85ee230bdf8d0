namespace TtsConsumers.Speech.Text.Normalizing;

/// <summary>Numbers in a circle, ① to ⑳, by which lists count.</summary>
internal static class CircledNumber
{
    private const char First = '①';
    private const char Last = '⑳';

    /// <summary>Whether a character is one.</summary>
    public static bool Is(char c) => c is >= First and <= Last;

    /// <summary>1 to 20.</summary>
    public static int Value(char circled) => circled - First + 1;

    /// <summary>The circled form of 1 to 20.</summary>
    public static string Of(int value) => ((char)(First + value - 1)).ToString();
}
