namespace TtsConsumers.Producer.Client.Text;

/// <summary>Judges each place between two characters of one line as a place to end a fragment.</summary>
internal sealed class Cuts
{
    private static readonly HashSet<string> Abbreviations =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "vs", "etc", "e.g", "i.e", "Inc", "Ltd", "Jr", "Sr", "Fig", "Vol", "pp", "approx",
        };

    private readonly string line;
    private readonly bool[] brackets;
    private readonly bool[] phrases;
    private readonly bool[] closingQuotes;
    private readonly HashSet<int> words;

    private Cuts(string line, int most, IWordBreaks? words)
    {
        this.line = line;
        brackets = Brackets.Inside(line);
        phrases = EnglishPhrases.Inside(line, most);
        closingQuotes = ClosingStraightQuotes(line);
        this.words = words is null ? [] : [.. words.StartsOfWords(line)];
    }

    /// <summary>Judges a line.</summary>
    /// <param name="line">Text without line breaks and without doubled white space.</param>
    /// <param name="most">The longest fragment that costs nothing: an English phrase that fits into it stays whole.</param>
    /// <param name="words">The words of scripts without spaces; without them there are no places inside their clauses.</param>
    /// <returns><c>line.Length + 1</c> values; value i is for the place before character i, the last for the end.</returns>
    public static Cut[] Of(string line, int most, IWordBreaks? words)
    {
        var judge = new Cuts(line, most, words);
        var cuts = new Cut[line.Length + 1];
        for (var i = 1; i < line.Length; i++)
            cuts[i] = judge.Judge(i);
        cuts[line.Length] = Cut.Sentence;
        return cuts;
    }

    private Cut Judge(int place)
    {
        var next = line[place];
        if (Marks.Continues(next) || line[place - 1] == '\u200D')
            return Cut.Never;
        if (brackets[place] || closingQuotes[place] || Marks.IsMark(next) || Marks.Closes(next) || char.IsWhiteSpace(next) || next is '{' or '｛')
            return Cut.Emergency;
        return JudgeByWhatIsBefore(place);
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
    private Cut JudgeByWhatIsBefore(int place)
    {
        var last = place - 1;
        while (last > 0 && (char.IsWhiteSpace(line[last]) || Marks.Closes(line[last]) || closingQuotes[last]))
            last--;
        var before = line[last];
        if (Marks.EndsSentence(before) || (before == '.' && IsFullStop(last)))
            return Cut.Sentence;
        if (IsInsideToken(place))
            return Cut.Emergency;
        if (Marks.EndsClause(before))
            return Cut.Clause;
        if (phrases[place])
            return Cut.Emergency;
        return last == place - 1 ? BetweenLetters(before, place) : AfterSpaceOrCloser(before, place);
    }

    /// <summary>Whether a dot ends a sentence: not inside a number or name, not after an initial or a common abbreviation.</summary>
    private bool IsFullStop(int dot)
    {
        if (dot + 1 < line.Length && Marks.IsWordPart(line[dot + 1]))
            return false;
        var start = dot;
        while (start > 0 && (Marks.IsLatin(line[start - 1]) || line[start - 1] == '.'))
            start--;
        var word = line[start..dot];
        return word.Length != 1 && !Abbreviations.Contains(word);
    }

    /// <summary>
    /// Whether both sides belong to one number, code or address: <c>1,000</c>, <c>8:30</c>, <c>f(x)</c>, <c>138 0013 8000</c>, <c>3 + 4</c>.
    /// </summary>
    private bool IsInsideToken(int place)
    {
        var (left, right) = (line[place - 1], line[place]);
        if (char.IsWhiteSpace(left))
            return place >= 2 && IsInsideSpacedToken(line[place - 2], right);
        if (place < 2 || !Marks.IsWordPart(line[place - 2]))
            return false;
        var joins = left is '\'' or '’' or '-' or '/' or '@' or '_' or '&' or '%' or '+';
        return Marks.IsWordPart(right) ? joins || left is ',' or '.' or ':' : joins && Marks.IsHan(right);
    }

    private static bool IsInsideSpacedToken(char left, char right) =>
        (char.IsDigit(left) && (char.IsDigit(right) || Marks.IsHan(right) || Marks.IsOperator(right)))
        || (char.IsDigit(right) && (Marks.IsHan(left) || Marks.IsOperator(left)));

    private Cut AfterSpaceOrCloser(char before, int place) =>
        Marks.IsWordPart(before) && Marks.IsWordPart(line[place]) && char.IsWhiteSpace(line[place - 1])
            ? EnglishPhrases.Between(line, place)
            : Cut.Word;

    private Cut BetweenLetters(char left, int place)
    {
        var right = line[place];
        if (Marks.IsHan(left) && Marks.IsHan(right))
            return BetweenHan(left, place);
        if ((Marks.IsHan(left) && Marks.IsLatin(right)) || (Marks.IsLatin(left) && Marks.IsHan(right)))
            return Marks.IsParticle(right) ? Cut.Tight : Cut.Word;
        if (left == '、')
            return Cut.Phrase;
        return Marks.Opens(right) && !Marks.IsWordPart(left) ? Cut.Word : Cut.Emergency;
    }

    private Cut BetweenHan(char left, int place)
    {
        var right = line[place];
        if (!words.Contains(place) || Marks.IsNumeral(left) || (Marks.IsNumeral(right) && left is '第' or '之' or '初' or '点'))
            return Cut.Emergency;
        return Marks.IsParticle(right) ? Cut.Tight : Marks.IsParticle(left) ? Cut.Phrase : Cut.Word;
    }
}
