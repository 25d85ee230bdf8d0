using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text;

/// <summary>
/// A text on its way through the stages, and for each of its characters the place in the text as sent that it came from. So a word that was
/// rewritten again and again can still be found in what somebody sent. Immutable; places never go back.
/// </summary>
internal sealed class PlacedText
{
    private readonly Place[] _places;

    /// <summary>Makes one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">A place for each character.</param>
    public PlacedText(string text, Place[] places) => (Text, _places) = (text, places);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many characters it has.</summary>
    public int Length => Text.Length;

    /// <summary>A text as it was sent: every character stands at its own place.</summary>
    public static PlacedText AsSent(string text)
    {
        var places = new Place[text.Length];
        for (var at = 0; at < places.Length; at++)
        {
            places[at] = new Place(at, at + 1);
        }

        return new PlacedText(text, places);
    }

    /// <summary>Where a character came from.</summary>
    public Place PlaceOf(int at) => _places[at];

    /// <summary>Where some characters came from, all in all.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="end">Index behind the last; there is at least one.</param>
    public Place PlaceOf(int start, int end) => _places[start].UpTo(_places[end - 1]);

    /// <summary>A part of the text.</summary>
    public PlacedText Slice(int start, int end) =>
        start == 0 && end == Length ? this : new PlacedText(Text[start..end], _places[start..end]);

    /// <summary>Other characters at the same places.</summary>
    /// <param name="text">As many characters as this text has.</param>
    public PlacedText Rewritten(string text) => new(text, _places);

    /// <summary>Writes something else for every match; it comes from where the match came from.</summary>
    public PlacedText Replace(Regex shape, Func<Match, string> write)
    {
        var match = shape.Match(Text);
        if (!match.Success)
        {
            return this;
        }

        var replaced = new PlacedBuilder(Length);
        var from = 0;
        for (; match.Success; match = match.NextMatch())
        {
            replaced.Append(this, from, match.Index);
            from = match.Index + match.Length;
            replaced.Append(write(match), PlaceOf(match.Index, from));
        }

        replaced.Append(this, from, Length);
        return replaced.ToText();
    }

    /// <summary>The text without blanks at its ends.</summary>
    public PlacedText Trim(params ReadOnlySpan<char> blanks)
    {
        var start = Text.AsSpan().IndexOfAnyExcept(blanks);
        return start < 0 ? Slice(0, 0) : Slice(start, Text.AsSpan().LastIndexOfAnyExcept(blanks) + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
