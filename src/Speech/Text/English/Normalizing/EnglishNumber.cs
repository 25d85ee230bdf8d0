using System.Globalization;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Says numbers in American words: no "and", no hyphens.</summary>
internal static class EnglishNumber
{
    /// <summary>A number as it is written. For rules to build their shapes of.</summary>
    public const string Shape = @"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?";

    /// <summary>Up to 999 quadrillion; a longer number is no quantity anybody says.</summary>
    private const int LongestCardinal = 18;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Thousands = ["", " thousand", " million", " billion", " trillion", " quadrillion"];

    /// <summary>A number as written, with commas and decimals: 1,250.5 is one thousand two hundred fifty point five.</summary>
    public static string Say(string number)
    {
        var plain = number.Replace(",", string.Empty, StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = Whole(point < 0 ? plain : plain[..point]);
        return point < 0 ? whole : $"{whole} point {Digits(plain.AsSpan(point + 1))}";
    }

    /// <summary>Digit by digit.</summary>
    public static string Digits(ReadOnlySpan<char> digits)
    {
        var said = new List<string>(digits.Length);
        foreach (var digit in digits)
        {
            said.Add(Small[digit - '0']);
        }

        return string.Join(' ', said);
    }

    /// <summary>A whole number.</summary>
    public static string Cardinal(string digits) => Cardinal(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>A whole number from 0 up.</summary>
    public static string Cardinal(long value)
    {
        if (value == 0)
        {
            return Small[0];
        }

        var groups = new List<string>();
        for (var thousand = 0; value > 0; thousand++, value /= 1000)
        {
            if (value % 1000 is var group && group > 0)
            {
                groups.Insert(0, BelowThousand((int)group) + Thousands[thousand]);
            }
        }

        return string.Join(' ', groups);
    }

    /// <summary>First, twenty second, one hundredth.</summary>
    public static string Ordinal(string digits)
    {
        var words = Cardinal(digits);
        var last = words.LastIndexOf(' ') + 1;
        return words[..last] + OrdinalWord(words[last..]);
    }

    /// <summary>A year in pairs: nineteen oh five, twenty twenty six, two thousand eight, nineteen hundred.</summary>
    public static string Year(string digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var (century, rest) = Math.DivRem(year, 100);
        return century % 10 == 0 && rest < 10 ? Cardinal(year)
            : BelowThousand(century) + (rest == 0 ? " hundred" : rest < 10 ? $" oh {Small[rest]}" : $" {BelowThousand(rest)}");
    }

    private static string Whole(string digits) =>
        (digits.Length > 1 && digits[0] == '0') || digits.Length > LongestCardinal ? Digits(digits) : Cardinal(digits);

    private static string BelowThousand(int value)
    {
        var (hundreds, rest) = Math.DivRem(value, 100);
        var one = rest % 10 > 0 ? $" {Small[rest % 10]}" : string.Empty;
        var tail = rest == 0 ? string.Empty : rest < 20 ? Small[rest] : Tens[rest / 10] + one;
        return hundreds == 0 ? tail : $"{Small[hundreds]} hundred {tail}".TrimEnd();
    }

    private static string OrdinalWord(string word) => word switch
    {
        "one" => "first",
        "two" => "second",
        "three" => "third",
        "five" => "fifth",
        "eight" => "eighth",
        "nine" => "ninth",
        "twelve" => "twelfth",
        _ => word.EndsWith('y') ? $"{word[..^1]}ieth" : $"{word}th",
    };
}
