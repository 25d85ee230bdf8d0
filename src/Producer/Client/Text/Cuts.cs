namespace TtsConsumers.Producer.Client.Text;

/// <summary>Judges each place between two characters of one line as a place to end a fragment.</summary>
internal static class Cuts
{
    private static readonly HashSet<string> Abbreviations =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "vs", "etc", "e.g", "i.e", "Inc", "Ltd", "Jr", "Sr", "Fig",
        };

    /// <summary>Judges a line.</summary>
    /// <param name="line">Text without line breaks and without doubled white space.</param>
    /// <returns><c>line.Length + 1</c> values; value i is for the place before character i, the last for the end.</returns>
    public static Cut[] Of(string line)
    {
        var inside = Brackets.Inside(line);
        var straight = ClosingStraightQuotes(line);
        var cuts = new Cut[line.Length + 1];
        for (var i = 1; i < line.Length; i++)
        {
            cuts[i] = Marks.Continues(line[i]) || line[i - 1] == '\u200D' ? Cut.Never
                : inside[i] || straight[i] || Marks.IsMark(line[i]) || Marks.Closes(line[i]) || char.IsWhiteSpace(line[i]) ? Cut.Emergency
                : Judge(line, i, straight);
        }
        cuts[line.Length] = Cut.Sentence;
        return cuts;
    }

    /// <summary>A straight quote is its own partner: every second one closes.</summary>
    private static bool[] ClosingStraightQuotes(string line)
    {
        var closing = new bool[line.Length + 1];
        var open = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '"')
                continue;
            closing[i] = open;
            open = !open;
        }
        return closing;
    }

    /// <summary>Judges by what stands before, past white space and closing quotes and brackets.</summary>
    private static Cut Judge(string line, int place, bool[] closingQuotes)
    {
        var last = place - 1;
        while (last > 0 && (char.IsWhiteSpace(line[last]) || Marks.Closes(line[last]) || closingQuotes[last]))
            last--;
        var before = line[last];
        if (Marks.EndsSentence(before) || (before == '.' && IsFullStop(line, last)))
            return Cut.Sentence;
        if (IsInsideToken(line, place))
            return Cut.Emergency;
        if (Marks.EndsClause(before))
            return Cut.Clause;
        return last == place - 1 ? BetweenLetters(before, line[place]) : Cut.Word;
    }

    /// <summary>Whether a dot ends a sentence: not inside a number or name, not after an initial or a common abbreviation.</summary>
    private static bool IsFullStop(string line, int dot)
    {
        if (dot + 1 < line.Length && (Marks.IsLatin(line[dot + 1]) || char.IsDigit(line[dot + 1])))
            return false;
        var start = dot;
        while (start > 0 && (Marks.IsLatin(line[start - 1]) || line[start - 1] == '.'))
            start--;
        var word = line[start..dot];
        return word.Length != 1 && !Abbreviations.Contains(word);
    }

    /// <summary>
    /// Whether both sides belong to one number, code or address: <c>1,000</c>, <c>8:30</c>, <c>f(x)</c>, <c>138 0013 8000</c>.
    /// </summary>
    private static bool IsInsideToken(string line, int place)
    {
        var (left, right) = (line[place - 1], line[place]);
        if (char.IsWhiteSpace(left))
            return place >= 2 && char.IsDigit(line[place - 2]) && char.IsDigit(right);
        if (place < 2 || !IsWordPart(line[place - 2]))
            return false;
        var joins = left is '\'' or '’' or '-' or '/' or '@' or '_' or '&' or '%' or '+';
        return IsWordPart(right) ? joins || left is ',' or '.' or ':' : joins && Marks.IsHan(right);
    }

    private static Cut BetweenLetters(char left, char right)
    {
        if (Marks.IsHan(left) && Marks.IsHan(right))
            return Marks.IsParticle(left) ? Cut.Particle : Cut.Character;
        if ((Marks.IsHan(left) && Marks.IsLatin(right)) || (Marks.IsLatin(left) && Marks.IsHan(right)))
            return Cut.Particle;
        if (left == '、')
            return Cut.Word;
        return Marks.Opens(right) && !IsWordPart(left) ? Cut.Word : Cut.Emergency;
    }

    private static bool IsWordPart(char c) => char.IsDigit(c) || Marks.IsLatin(c);
}
