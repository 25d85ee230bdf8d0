using System.Globalization;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The names of months and how a date is put together.</summary>
internal static class Calendar
{
    /// <summary>A month by name or abbreviation, for rules to build their shapes of.</summary>
    public const string Months =
        "(?<name>January|February|March|April|May|June|July|August|September|October|November|December"
        + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";

    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>March third, twenty twenty five; the year may be missing.</summary>
    /// <param name="month">A number, a name, or an abbreviation of one.</param>
    /// <param name="day">A number.</param>
    /// <param name="year">Four digits, or empty.</param>
    public static string Say(string month, string day, string year) =>
        $"{Month(month)} {EnglishNumber.Ordinal(day)}{(year.Length == 0 ? string.Empty : $", {EnglishNumber.Year(year)}")}";

    /// <summary>The full name of a month.</summary>
    public static string Month(string month) => char.IsAsciiDigit(month[0])
        ? Names[int.Parse(month, NumberStyles.None, CultureInfo.InvariantCulture) - 1]
        : Array.Find(Names, name => name.StartsWith(month.AsSpan(0, 3), StringComparison.Ordinal)) ?? month;
}
