namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Writes Chinese marks the English way, dashes between words as —, and the end of a line as a full stop.</summary>
internal static class MarkStyle
{
    private const string Chinese = "，。！？；：、·";
    private static readonly string[] English = [", ", ". ", "! ", "? ", "; ", ": ", ", ", " "];

    /// <summary>Writes the marks of a passage.</summary>
    public static PlacedText Apply(PlacedText placed)
    {
        var text = placed.Text;
        var styled = new PlacedBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var mark = Chinese.IndexOf(text[at], StringComparison.Ordinal);
            if (mark >= 0 || text[at] == '\n')
            {
                styled.Append(mark >= 0 ? English[mark] : LineEnd(styled), placed.PlaceOf(at));
            }
            else
            {
                styled.Append(text[at] is '-' or '–' && IsDash(text, at) ? '—' : text[at], placed.PlaceOf(at));
            }
        }

        return styled.ToText();
    }

    private static string LineEnd(PlacedBuilder styled) => styled.Length > 0 && char.IsAsciiLetterOrDigit(styled[^1]) ? ". " : " ";

    private static bool IsDash(string text, int at) => at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ';
}
