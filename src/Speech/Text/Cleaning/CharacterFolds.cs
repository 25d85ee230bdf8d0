using System.Globalization;
using System.Text;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>
/// Writes a character in its plain form: full-width and mathematical letters, accents, digits of other scripts, circled and Roman numerals,
/// squared units, the many blanks, dashes and brackets. Our own table, because the programs run with invariant globalization, where
/// <see cref="string.Normalize()"/> does nothing.
/// </summary>
internal static class CharacterFolds
{
    /// <summary>U+00C0 to U+017F without accents, in order; <c>?</c> where more than one letter is needed, × and ÷ as they are.</summary>
    private const string Latin =
        "AAAAAA?CEEEEIIIIDNOOOOO×OUUUUY??aaaaaa?ceeeeiiiidnooooo÷ouuuuy?y"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>U+01CD to U+01DC: the letters of pinyin with tone marks.</summary>
    private const string PinyinLetters = "AaIiOoUuUuUuUuUu";

    /// <summary>U+1E00 to U+1EFF, among them the letters of Vietnamese.</summary>
    private const string MoreLatin =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
        + "WwWwWwWwWwXxXxYyZzZzZzhtwy??????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????";

    private static readonly Dictionary<int, string> Singles = new()
    {
        ['Æ'] = "AE", ['æ'] = "ae", ['Œ'] = "OE", ['œ'] = "oe", ['ß'] = "ss", ['Þ'] = "Th", ['þ'] = "th", ['Ĳ'] = "IJ", ['ĳ'] = "ij",
        ['　'] = " ", ['\u00a0'] = " ", ['\t'] = " ", ['\r'] = "\n", ['\u2028'] = "\n", ['\u2029'] = "\n", ['－'] = "-", ['−'] = "-",
        ['‐'] = "-", ['‑'] = "-", ['–'] = "–", ['―'] = "—", ['‒'] = "–", ['⸺'] = "—", ['─'] = "—", ['━'] = "—", ['～'] = "~", ['〜'] = "~",
        ['∼'] = "~", ['￥'] = "¥", ['￡'] = "£", ['￠'] = "¢", ['％'] = "%", ['﹪'] = "%", ['⁄'] = "/", ['∕'] = "/", ['，'] = "，", ['。'] = "。",
        ['｡'] = "。", ['．'] = ".", ['！'] = "！", ['？'] = "？", ['；'] = "；", ['：'] = "：", ['、'] = "、", ['､'] = "、", ['‥'] = "…", ['⋯'] = "…",
        ['︰'] = "：", ['∶'] = ":", ['·'] = "·", ['•'] = "·", ['・'] = "·", ['‧'] = "·", ['●'] = "·", ['■'] = "·", ['「'] = "“", ['」'] = "”",
        ['『'] = "“", ['』'] = "”", ['《'] = "“", ['》'] = "”", ['〈'] = "“", ['〉'] = "”", ['【'] = "“", ['】'] = "”", ['〖'] = "“", ['〗'] = "”",
        ['〔'] = "“", ['〕'] = "”", ['«'] = "“", ['»'] = "”", ['„'] = "“", ['‟'] = "“", ['﹁'] = "“", ['﹂'] = "”", ['‘'] = "'", ['’'] = "'",
        ['‛'] = "'", ['′'] = "'", ['＇'] = "'", ['＂'] = "\"", ['″'] = "\"", ['['] = "(", [']'] = ")", ['［'] = "(", ['］'] = ")", ['㎡'] = "m²",
        ['㎥'] = "m³", ['㎞'] = "km", ['㎝'] = "cm", ['㎜'] = "mm", ['㎏'] = "kg", ['㎎'] = "mg", ['㎖'] = "mL", ['㎢'] = "km²", ['㏄'] = "mL",
        ['㎐'] = "Hz", ['㎾'] = "kW", ['℡'] = "TEL", ['Ω'] = "Ω", ['K'] = "K", ['Å'] = "A", ['ﬁ'] = "fi", ['ﬂ'] = "fl", ['⁺'] = "+",
        ['〇'] = "〇", ['○'] = "〇", ['×'] = "×", ['✕'] = "×", ['✖'] = "×", ['➕'] = "+", ['➖'] = "-", ['➗'] = "÷", ['∙'] = "·", ['⇒'] = "→",
        ['➡'] = "→",
    };

    /// <summary>The plain form; the character itself when it is plain already.</summary>
    public static string Fold(Rune rune)
    {
        var code = rune.Value;
        return code < 0x7f && code is not ('[' or ']' or '\t' or '\r') ? rune.ToString()
            : Singles.TryGetValue(code, out var plain) ? plain
            : code is >= 0xff01 and <= 0xff5e ? ((char)(code - 0xfee0)).ToString()
            : Letter(code) ?? Circled(code) ?? Numeral(rune) ?? rune.ToString();
    }

    private static string? Letter(int code) => code switch
    {
        >= 0xc0 and <= 0x17f when Latin[code - 0xc0] != '?' => Latin[code - 0xc0].ToString(),
        >= 0x1e00 and <= 0x1eff when MoreLatin[code - 0x1e00] != '?' => MoreLatin[code - 0x1e00].ToString(),
        >= 0x1cd and <= 0x1dc => PinyinLetters[code - 0x1cd].ToString(),

        // Mathematical alphabets: thirteen styles of A-Z a-z, one after the other.
        >= 0x1d400 and <= 0x1d6a3 => ((code - 0x1d400) % 52 is var at && at < 26 ? (char)('A' + at) : (char)('a' + at - 26)).ToString(),
        _ => null,
    };

    /// <summary>The numbers of items: ❶-❿, ⑴-⒇, ⒈-⒛, ⓵-⓾ and ➀-➓ are ①-⑳.</summary>
    private static string? Circled(int code) => code switch
    {
        >= 0x2474 and <= 0x2487 => CircledNumber.Of(code - 0x2473),
        >= 0x2488 and <= 0x249b => CircledNumber.Of(code - 0x2487),
        >= 0x24f5 and <= 0x24fe => CircledNumber.Of(code - 0x24f4),
        >= 0x2776 and <= 0x2793 => CircledNumber.Of(((code - 0x2776) % 10) + 1),
        _ => null,
    };

    /// <summary>Decimal digits of any script, Roman numerals Ⅰ-Ⅻ and ⅰ-ⅻ, subscripts.</summary>
    private static string? Numeral(Rune rune)
    {
        var value = rune.Value switch
        {
            >= 0x2080 and <= 0x2089 => rune.Value - 0x2080,
            >= 0x2160 and <= 0x216b => rune.Value - 0x215f,
            >= 0x2170 and <= 0x217b => rune.Value - 0x216f,
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1,
        };
        return value < 0 ? null : value.ToString(CultureInfo.InvariantCulture);
    }
}
