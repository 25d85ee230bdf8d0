namespace TtsConsumers.Producer.Client.Text;

/// <summary>A chapter of a book.</summary>
/// <param name="Title">Its heading as written, without the signs of markdown; <see langword="null"/> for what stands before the first one.</param>
/// <param name="Paragraphs">Its paragraphs, each on one line.</param>
public sealed record Chapter(string? Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Cuts it into fragments: its title first, if it has one.</summary>
    /// <inheritdoc cref="Fragments.Split"/>
    /// <param name="length">How long fragments should be; <see cref="FragmentLength.Usual"/> if absent.</param>
    /// <param name="words">The words of scripts without spaces.</param>
    /// <returns>The fragments; the last of them, and the title, end a chapter.</returns>
    public IReadOnlyList<Fragment> Cut(FragmentLength? length = null, IWordBreaks? words = null)
    {
        var title = EndAsChapter([.. Fragments.Cut(Title ?? "", length, words)]);
        var body = EndAsChapter([.. Paragraphs.SelectMany(paragraph => Fragments.Cut(paragraph, length, words))]);
        return [.. title, .. body];
    }

    private static List<Fragment> EndAsChapter(List<Fragment> fragments)
    {
        if (fragments.Count > 0)
            fragments[^1] = fragments[^1] with { After = Break.Chapter };
        return fragments;
    }
}
