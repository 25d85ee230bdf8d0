using System.Globalization;
using System.Text;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Says numbers in Hanzi.</summary>
internal static class ChineseNumber
{
    /// <summary>A number as it is written: commas between thousands, decimals. For rules to build their shapes of.</summary>
    public const string Shape = @"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?";

    private const string DigitNames = "零一二三四五六七八九";

    /// <summary>Up to 亿亿; a longer number is no quantity anybody says.</summary>
    private const int LongestCardinal = 16;

    /// <summary>Digit by digit: 2026 is 二零二六.</summary>
    public static string Digits(ReadOnlySpan<char> digits) => Spell(digits, '一');

    /// <summary>Digit by digit as in telephone numbers and codes, with 幺 for 1: 119 is 幺幺九.</summary>
    public static string Code(ReadOnlySpan<char> digits) => Spell(digits, '幺');

    /// <summary>
    /// A number as written: 1,250.50 is 一千二百五十点五零. One with a zero in front, or too long to be a quantity, goes digit by digit.
    /// </summary>
    public static string Say(string number)
    {
        var plain = number.Replace(",", string.Empty, StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var said = (whole.Length > 1 && whole[0] == '0') || whole.Length > LongestCardinal ? Digits(whole) : Cardinal(whole);
        return point < 0 ? said : $"{said}点{Digits(plain.AsSpan(point + 1))}";
    }

    /// <summary>A number before something that is counted: 2 is 两. "二" stays in 12, 20, 2.5 and 200.</summary>
    public static string Count(string number) => number == "2" ? "两" : Say(number);

    /// <summary>A number without the zeros at the end of its decimals: 12.50 is 十二点五.</summary>
    public static string Amount(string number) =>
        Count(number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number);

    /// <summary>A whole number: 1234 is 一千二百三十四.</summary>
    public static string Cardinal(string digits) =>
        ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is var value && value == 0 ? "零" : Above(value, isFirst: true);

    private static string Above(ulong value, bool isFirst) => value switch
    {
        >= 100_000_000 => Join(value, 100_000_000, "亿", isFirst),
        >= 10_000 => Join(value, 10_000, "万", isFirst),
        _ => BelowTenThousand((int)value, isFirst),
    };

    /// <summary>So many 亿 or 万, and the rest, with 零 where the rest lacks its highest digit.</summary>
    private static string Join(ulong value, ulong unit, string name, bool isFirst)
    {
        var (high, rest) = Math.DivRem(value, unit);
        var said = (high == 2 ? "两" : Above(high, isFirst)) + name;
        var gap = rest > 0 && rest < unit / 10 ? "零" : string.Empty;
        return rest == 0 ? said : said + gap + Above(rest, isFirst: false);
    }

    private static string BelowTenThousand(int value, bool isFirst)
    {
        var said = new StringBuilder();
        var gap = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = value / unit % 10;
            gap |= digit == 0 && said.Length > 0;
            if (digit == 0)
            {
                continue;
            }

            said.Append(gap ? "零" : string.Empty);
            gap = false;

            // 十五, not 一十五, when nothing stands before it; 两千, but 二百 and 二十.
            var isBareTen = unit == 10 && digit == 1 && said.Length == 0 && isFirst;
            said.Append(isBareTen ? string.Empty : unit == 1000 && digit == 2 ? "两" : DigitNames[digit].ToString()).Append(name);
        }

        return said.ToString();
    }

    private static string Spell(ReadOnlySpan<char> digits, char one)
    {
        var said = new StringBuilder(digits.Length);
        foreach (var digit in digits)
        {
            said.Append(digit == '1' ? one : DigitNames[digit - '0']);
        }

        return said.ToString();
    }
}
