namespace TtsConsumers.Speech.Text;

/// <summary>A stretch of the text as sent.</summary>
/// <param name="From">Index of its first UTF-16 unit.</param>
/// <param name="To">Index behind its last.</param>
internal readonly record struct Place(int From, int To)
{
    /// <summary>From the beginning of this stretch to the end of a later one.</summary>
    public Place UpTo(Place last) => new(From, Math.Max(To, last.To));
}
