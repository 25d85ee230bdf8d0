namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Reads characters the polyphone model is weak at, wherever in a word they stand, by the characters beside them. What a phrase or somebody
/// fixes stays.
/// </summary>
internal static class CharacterRules
{
    private const string Numerals = "一二两三四五六七八九十百千万亿几多数半整这那每哪";

    /// <summary>Behind 只 these make it the adverb: 三个只有.</summary>
    private const string AfterOnly = "有是能要好见不顾管怕争得限剩会想求需因凭差认够为在说用占让";

    /// <summary>尽 in 尽管, 尽量, 尽快, 尽早, 尽可能 is jin3.</summary>
    private const string AfterUtmost = "管快早量速先可";

    /// <summary>Corrects <see cref="Sentence.Citation"/>.</summary>
    public static void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.Sources[at] is ReadingSource.Model or ReadingSource.Common && Read(sentence, at) is { } syllable)
            {
                sentence.Cite(at, syllable, ReadingSource.Rule);
            }
        }
    }

    private static string? Read(Sentence sentence, int at)
    {
        var (before, next) = (sentence.HanziAt(at - 1), sentence.HanziAt(at + 1));
        return sentence.Text[at] switch
        {
            '尽' => AfterUtmost.Contains(next) ? "jin3" : "jin4",
            '只' when Numerals.Contains(before) && !AfterOnly.Contains(next) => "zhi1",
            var name => before == '姓' ? Surname(name) : null,
        };
    }

    /// <summary>Names that are read as nothing else.</summary>
    private static string? Surname(char name) => name switch
    {
        '曾' => "zeng1",
        '单' => "shan4",
        '解' => "xie4",
        '仇' => "qiu2",
        '查' => "zha1",
        '任' => "ren2",
        '朴' => "piao2",
        '区' => "ou1",
        '华' => "hua4",
        '盖' => "ge3",
        '缪' => "miao4",
        '种' => "chong2",
        '翟' => "zhai2",
        '冼' => "xian3",
        '燕' => "yan1",
        '应' => "ying1",
        '宁' => "ning4",
        _ => null,
    };
}
