namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// English phrases: what is written in Latin letters and digits between two marks, or inside Chinese. One that fits into a fragment is never
/// cut; a longer one is cut between its words, best before a word that begins a new part of the sentence.
/// </summary>
internal static class EnglishPhrases
{
    private static readonly HashSet<string> Beginnings = Set(
        "and but or nor so yet because although though while when where which that who whom whose if unless until since after before as than "
        + "to in on at by for from with without into onto over under between through during against about like");

    private static readonly HashSet<string> Leaning = Set(
        "the a an this that these those my your his her its our their of to in on at by for from with into and or but as is are was were be been "
        + "has have had will would can could may might must shall should not no very mr mrs ms dr prof st");

    /// <summary>Finds the places inside phrases that fit into a fragment.</summary>
    /// <param name="line">One line of text.</param>
    /// <param name="most">The longest that fits, in characters.</param>
    /// <returns><c>line.Length + 1</c> values; value i is for the place before character i.</returns>
    public static bool[] Inside(string line, int most)
    {
        var inside = new bool[line.Length + 1];
        for (var start = 0; start < line.Length;)
        {
            var end = EndOfRun(line, start);
            if (end - start > 1 && end - start <= most)
                Array.Fill(inside, true, start + 1, end - start - 1);
            start = Math.Max(end, start + 1);
        }
        return inside;
    }

    /// <summary>Judges a place after white space inside a phrase that has to be cut.</summary>
    /// <param name="line">One line of text.</param>
    /// <param name="place">The place; the character before it is white space.</param>
    public static Cut Between(string line, int place)
    {
        var (before, after) = (WordBefore(line, place - 1), WordAfter(line, place));
        if (Leaning.Contains(before) || (IsName(before) && IsName(after)) || IsNumber(before) || IsNumber(after))
            return Cut.Tight;
        return Beginnings.Contains(after) ? Cut.Phrase : Cut.Word;
    }

    /// <summary>Where the run of Latin words that begins here ends, without white space after it; <paramref name="start"/> where none begins.</summary>
    private static int EndOfRun(string line, int start)
    {
        var end = start;
        for (var at = start; at < line.Length && (Marks.IsWordPart(line[at]) || IsWithin(line, at)); at++)
            end = char.IsWhiteSpace(line[at]) ? end : at + 1;
        return end;
    }

    /// <summary>Whether a sign goes on with the phrase before it: a space or hyphen does, a comma only inside a number.</summary>
    private static bool IsWithin(string line, int at) => line[at] switch
    {
        ' ' or '\'' or '’' or '-' or '&' or '/' or '+' or '#' or '@' or '_' or '%' or '$' or '€' or '£' or '°' or '℃' or '™' or '®' => true,
        '.' or ',' or ':' => at + 1 < line.Length && Marks.IsWordPart(line[at + 1]) && at > 0 && Marks.IsWordPart(line[at - 1]),
        _ => Marks.Continues(line[at]),
    };

    private static string WordBefore(string line, int end)
    {
        while (end > 0 && char.IsWhiteSpace(line[end - 1]))
            end--;
        if (end > 0 && line[end - 1] == '.')
            end--;
        var start = end;
        while (start > 0 && Marks.IsWordPart(line[start - 1]))
            start--;
        return line[start..end];
    }

    private static string WordAfter(string line, int start)
    {
        var end = start;
        while (end < line.Length && Marks.IsWordPart(line[end]))
            end++;
        return line[start..end];
    }

    private static bool IsName(string word) => word.Length > 1 && char.IsUpper(word[0]);

    private static bool IsNumber(string word) => word.Length > 0 && char.IsDigit(word[0]);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
