using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A text, cut: its fragments in order, and which of them each chapter has.</summary>
/// <param name="Fragments">All of them.</param>
/// <param name="Chapters">The chapters that have any.</param>
internal sealed record SpeakingPlan(IReadOnlyList<Fragment> Fragments, IReadOnlyList<SpeakingPlan.ChapterPlace> Chapters)
{
    /// <summary>A chapter's fragments.</summary>
    /// <param name="Title">Its heading; <see langword="null"/> where it has none.</param>
    /// <param name="First">The index of its first fragment.</param>
    /// <param name="Count">How many it has.</param>
    internal sealed record ChapterPlace(string? Title, int First, int Count);

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The whole of it.</param>
    /// <param name="words">The words of Chinese.</param>
    public static SpeakingPlan Of(string text, IWordBreaks words)
    {
        var fragments = new List<Fragment>();
        var chapters = new List<ChapterPlace>();
        foreach (var chapter in Book.Read(text))
        {
            var first = fragments.Count;
            fragments.AddRange(chapter.Cut(words: words));
            if (fragments.Count > first)
                chapters.Add(new ChapterPlace(chapter.Title, first, fragments.Count - first));
        }
        return new SpeakingPlan(fragments, chapters);
    }

    /// <summary>The number of the chapter a fragment is in, from 0.</summary>
    public int ChapterOf(int fragment)
    {
        var chapter = 0;
        while (chapter + 1 < Chapters.Count && Chapters[chapter + 1].First <= fragment)
            chapter++;
        return chapter;
    }
}
