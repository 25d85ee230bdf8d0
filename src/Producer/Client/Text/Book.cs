using System.Text.RegularExpressions;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Reads a whole book: its chapters by their headings (第…章/回/节, <c>Chapter N</c>, markdown's <c>#</c>), their paragraphs by blank lines. A line is a paragraph of
/// its own too, unless the text is wrapped at a width, as it is in many English files: then its lines are joined.
/// </summary>
public static partial class Book
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole of it. A text without headings is one chapter without a title.</param>
    /// <returns>The chapters in order; one without title and paragraphs is left out.</returns>
    public static IReadOnlyList<Chapter> Read(string text)
    {
        var chapters = new List<Chapter>();
        var (title, paragraphs, block) = ((string?)null, new List<string>(), new List<string>());
        foreach (var line in LineBreaks().Split(text).Select(line => line.Trim()))
        {
            var heading = line.Length > 0 ? Headings.Read(line) : null;
            if (line.Length > 0 && heading is null)
            {
                block.Add(line);
                continue;
            }
            paragraphs.AddRange(WrappedLines.Join(block));
            block.Clear();
            if (heading is null)
                continue;
            Add(chapters, title, paragraphs);
            (title, paragraphs) = (heading, []);
        }
        paragraphs.AddRange(WrappedLines.Join(block));
        Add(chapters, title, paragraphs);
        return chapters;
    }

    private static void Add(List<Chapter> chapters, string? title, List<string> paragraphs)
    {
        if (title is not null || paragraphs.Count > 0)
            chapters.Add(new Chapter(title, paragraphs));
    }

    [GeneratedRegex(@"\r\n|[\n\r\u000B\f\u0085\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();
}
