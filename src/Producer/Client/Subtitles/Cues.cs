using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>
/// Makes cues of a spoken fragment that can be read in time: up to two lines and seven seconds each, parted where a sentence, a clause or a word ends,
/// and shown when their words are heard. Without marks nobody knows when that is, and the fragment is one cue.
/// </summary>
public sealed class Cues
{
    private const int MostLines = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7);

    private readonly IReadOnlyList<PlacedMark> marks;
    private readonly CueLines lines;
    private readonly List<Cue> made = [];

    private Cues(string text, IReadOnlyList<PlacedMark> marks) => (this.marks, lines) = (marks, new CueLines(text, new MarkedWords(marks)));

    /// <summary>Makes the cues of a fragment.</summary>
    /// <param name="text">Its text, one line.</param>
    /// <param name="marks">The marks of its result; where they don't fit the text, they count as none.</param>
    /// <param name="origin">When its audio began, had nothing been cut from it; the marks are counted from there.</param>
    /// <param name="from">When it begins to sound.</param>
    /// <param name="to">When it ends.</param>
    /// <returns>At least one, in order, none before <paramref name="from"/> or after <paramref name="to"/>.</returns>
    public static IReadOnlyList<Cue> Of(string text, IReadOnlyList<Mark> marks, TimeSpan origin, TimeSpan from, TimeSpan to)
    {
        var cues = new Cues(text, PlacedMark.All(text, marks, origin));
        cues.Add(0, text.Length, from, to);
        return cues.made;
    }

    private void Add(int start, int end, TimeSpan from, TimeSpan to)
    {
        if ((lines.Of(start, end).Count <= MostLines && to - from <= Longest) || lines.Halve(start, end, Parts) is not { } half)
        {
            made.Add(new Cue(from, to, string.Join('\n', lines.Of(start, end))));
            return;
        }
        Add(start, half, from, Within(marks.Last(mark => mark.To <= half).End));
        Add(half, end, Within(marks.First(mark => mark.From >= half).Start), to);

        // Inside a mark nobody knows the time; and each side needs a word that is heard.
        bool Parts(int place) => marks.All(mark => place <= mark.From || place >= mark.To)
            && marks.Any(mark => mark.From >= start && mark.To <= place) && marks.Any(mark => mark.From >= place && mark.To <= end);

        TimeSpan Within(TimeSpan time) => TimeSpan.FromTicks(Math.Clamp(time.Ticks, from.Ticks, Math.Max(from.Ticks, to.Ticks)));
    }

    private sealed class MarkedWords(IReadOnlyList<PlacedMark> marks) : IWordBreaks
    {
        public IEnumerable<int> StartsOfWords(string line) => marks.Select(mark => mark.From);
    }
}
