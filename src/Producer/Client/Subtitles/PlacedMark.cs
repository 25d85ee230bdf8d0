using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>A mark by the indices of its text and the clock of the joined sound.</summary>
/// <param name="From">Index of its first UTF-16 unit.</param>
/// <param name="To">Index behind its last.</param>
/// <param name="Start">When the word begins.</param>
/// <param name="End">When it ends.</param>
internal readonly record struct PlacedMark(int From, int To, TimeSpan Start, TimeSpan End)
{
    /// <summary>Places marks, which count characters as Unicode scalars.</summary>
    /// <returns>All of them; none where they are not in order, or not of this text.</returns>
    public static IReadOnlyList<PlacedMark> All(string text, IReadOnlyList<Mark> marks, TimeSpan origin)
    {
        List<int> places = [];
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
            places.Add(at);
        places.Add(text.Length);
        var (last, time) = (0, 0L);
        List<PlacedMark> placed = [];
        foreach (var mark in marks)
        {
            if (mark.From < last || mark.To <= mark.From || mark.To >= places.Count || mark.StartMs < time || mark.EndMs < mark.StartMs)
                return [];
            (last, time) = (mark.To, mark.StartMs);
            placed.Add(new(places[mark.From], places[mark.To], Time(mark.StartMs), Time(mark.EndMs)));
        }
        return placed;

        TimeSpan Time(long milliseconds) => origin + TimeSpan.FromMilliseconds(milliseconds);
    }
}
