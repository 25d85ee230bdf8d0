namespace TtsConsumers.Producer.Client.Text;

/// <summary>Finds bracket pairs. Quotation marks are none of them: a speech inside quotes may be cut at its sentences.</summary>
internal static class Brackets
{
    private const string Left = "（(【[《〈｛{〔";
    private const string Right = "）)】]》〉｝}〕";

    /// <summary>Tells for each place between characters whether it is inside a pair.</summary>
    /// <param name="line">The text. A bracket without its partner counts for nothing.</param>
    /// <returns><c>line.Length + 1</c> values; value i is for the place before character i.</returns>
    public static bool[] Inside(string line)
    {
        var inside = new bool[line.Length + 1];
        var open = new Stack<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (Left.Contains(line[i], StringComparison.Ordinal))
                open.Push(i);
            else if (Right.IndexOf(line[i], StringComparison.Ordinal) is >= 0 and var kind && Partner(line, open, Left[kind]) is { } start)
                Array.Fill(inside, true, start + 1, i - start);
        }
        return inside;
    }

    /// <summary>The opening bracket of a kind nearest below; what was opened after it and never closed is dropped with it.</summary>
    private static int? Partner(string line, Stack<int> open, char left)
    {
        if (!open.Any(start => line[start] == left))
            return null;
        int start;
        do
            start = open.Pop();
        while (line[start] != left);
        return start;
    }
}
