namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>A word of a sentence: where it stands in the text, and the run of Hanzi it belongs to.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters, 1 to 8.</param>
/// <param name="Run">Number of the run of Hanzi; words of one run follow each other without anything between.</param>
internal readonly record struct Word(int Start, int Length, int Run)
{
    /// <summary>Index behind its last character.</summary>
    public int End => Start + Length;
}
