using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.Normalizing;

/// <summary>One kind of thing that is written differently than it is said, such as a clock time or a price.</summary>
/// <param name="shape">What it looks like; begins with <c>\G</c>, so that it matches where the normaliser stands and nowhere else.</param>
internal abstract class NormalizationRule(Regex shape)
{
    /// <summary>Reads the thing at a position.</summary>
    /// <param name="text">The whole passage: a rule may look around.</param>
    /// <param name="at">Where the normaliser stands.</param>
    /// <param name="length">How many characters the thing has.</param>
    /// <returns>How it is said; null when there is no such thing here.</returns>
    public string? TrySay(string text, int at, out int length)
    {
        var match = shape.Match(text, at);
        length = match.Length;
        return match.Success ? Say(match, text) : null;
    }

    /// <summary>Says a thing of the right shape, or null when it is not mine after all.</summary>
    protected abstract string? Say(Match match, string text);
}
