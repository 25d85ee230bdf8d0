using System.Text.RegularExpressions;
using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>Breaks a text where a reader would: into lines of 42 columns, of which a character of Chinese takes two and a bit, so 20 of them.</summary>
/// <param name="text">One line.</param>
/// <param name="words">Where its words begin, as far as that is known.</param>
internal sealed partial class CueLines(string text, IWordBreaks words)
{
    /// <summary>What a narrow character counts. A line is full with 42 of them.</summary>
    private const int Narrow = 10;

    private const int Wide = 21;
    private const int LongestLine = 42 * Narrow;

    private readonly Cut[] cuts = Cuts.Of(text, most: LongestLine / Narrow, words);

    /// <summary>A stretch of the text in lines.</summary>
    public IReadOnlyList<string> Of(int from, int to)
    {
        var shown = Reading().Replace(text[from..to], "").Trim();
        return Width(from, to) <= LongestLine || Halve(from, to, _ => true) is not { } half ? [shown] : [.. Of(from, half), .. Of(half, to)];
    }

    /// <summary>The best place to part a stretch in two: near its middle, and behind a mark rather than behind a word.</summary>
    /// <param name="from">Its first character.</param>
    /// <param name="to">The one behind its last.</param>
    /// <param name="allows">Whether it may be parted before a character.</param>
    /// <returns><see langword="null"/> where there is no place.</returns>
    public int? Halve(int from, int to, Func<int, bool> allows)
    {
        (double Cost, int? Place) best = (double.MaxValue, null);
        var whole = Width(from, to);
        for (var place = from + 1; place < to; place++)
        {
            if (Price(cuts[place]) is { } price && allows(place) && price + (Math.Abs(whole - (2.0 * Width(from, place))) / whole) is var cost && cost < best.Cost)
                best = (cost, place);
        }
        return best.Place;
    }

    private static double? Price(Cut cut) => cut switch
    {
        Cut.Sentence => 0,
        Cut.Clause => 0.1,
        Cut.Phrase => 0.5,
        Cut.Word => 0.7,
        Cut.Tight => 1,
        _ => null,
    };

    private int Width(int from, int to)
    {
        var width = 0;
        foreach (var rune in text.AsSpan(from, to - from).EnumerateRunes())
            width += rune.Value >= 0x2e80 ? Wide : Narrow;
        return width;
    }

    /// <summary>A reading that the text gives a word, <c>行{hang2}</c>: it is for the voice, not for readers.</summary>
    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})\{[a-zü:]+[1-5](?: [a-zü:]+[1-5])*\}")]
    private static partial Regex Reading();
}
