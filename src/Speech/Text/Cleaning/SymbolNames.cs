using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>
/// Signs that are said by name when no rule has a better idea, in both languages. This table is also the inventory: a sign that is neither
/// here, nor a letter, digit or mark, can't be spoken.
/// </summary>
internal static class SymbolNames
{
    private static readonly FrozenDictionary<char, (string Chinese, string English)> Names = new Dictionary<char, (string, string)>
    {
        ['%'] = ("百分号", "percent"), ['‰'] = ("千分号", "per mille"), ['@'] = ("艾特", "at"), ['#'] = ("井号", "number"), ['&'] = ("和", "and"),
        ['*'] = ("星号", "star"), ['\\'] = ("反斜杠", "backslash"), ['/'] = ("斜杠", "slash"), ['_'] = ("下划线", "underscore"),
        ['|'] = ("竖线", "bar"), ['^'] = ("尖号", "caret"), ['`'] = ("反引号", "backtick"), ['+'] = ("加", "plus"), ['='] = ("等于", "equals"),
        ['<'] = ("小于", "less than"), ['>'] = ("大于", "greater than"), ['×'] = ("乘", "times"), ['÷'] = ("除以", "divided by"),
        ['±'] = ("正负", "plus or minus"), ['≈'] = ("约等于", "is about"), ['≠'] = ("不等于", "is not equal to"), ['≤'] = ("小于等于", "is at most"),
        ['≥'] = ("大于等于", "is at least"), ['∞'] = ("无穷大", "infinity"), ['∑'] = ("求和", "sum"), ['∫'] = ("积分", "integral"),
        ['∈'] = ("属于", "in"), ['∵'] = ("因为", "because"), ['∴'] = ("所以", "therefore"), ['°'] = ("度", "degrees"),
        ['℃'] = ("摄氏度", "degrees Celsius"), ['℉'] = ("华氏度", "degrees Fahrenheit"), ['²'] = ("平方", "squared"), ['³'] = ("立方", "cubed"), ['⁰'] = ("零次方", "to the zero"),
        ['¹'] = ("一次方", "to the first"), ['⁴'] = ("四次方", "to the fourth"), ['⁵'] = ("五次方", "to the fifth"), ['⁶'] = ("六次方", "to the sixth"),
        ['⁷'] = ("七次方", "to the seventh"), ['⁸'] = ("八次方", "to the eighth"), ['⁹'] = ("九次方", "to the ninth"), ['⁻'] = ("负", "minus"),
        ['½'] = ("二分之一", "one half"), ['⅓'] = ("三分之一", "one third"), ['⅔'] = ("三分之二", "two thirds"), ['¼'] = ("四分之一", "one quarter"),
        ['¾'] = ("四分之三", "three quarters"), ['$'] = ("美元", "dollars"), ['¥'] = ("元", "yen"), ['€'] = ("欧元", "euros"),
        ['£'] = ("英镑", "pounds"), ['¢'] = ("美分", "cents"), ['₩'] = ("韩元", "won"), ['₽'] = ("卢布", "rubles"), ['₹'] = ("卢比", "rupees"),
        ['©'] = ("版权所有", "copyright"), ['®'] = ("注册商标", "registered"), ['™'] = ("商标", "trademark"), ['§'] = ("章节", "section"),
        ['∠'] = ("角", "angle"), ['∪'] = ("并", "union"), ['∩'] = ("交", "intersection"), ['⊥'] = ("垂直于", "is perpendicular to"),
        ['∥'] = ("平行于", "is parallel to"), ['∅'] = ("空集", "the empty set"), ['∀'] = ("任意", "for all"), ['∃'] = ("存在", "there exists"),
        ['∉'] = ("不属于", "not in"), ['∝'] = ("正比于", "is proportional to"), ['△'] = ("三角形", "triangle"),
        ['→'] = ("到", "to"), ['←'] = ("左箭头", "left arrow"), ['↑'] = ("上升", "up"), ['↓'] = ("下降", "down"), ['√'] = ("根号", "square root of"),
        ['✓'] = ("对勾", "check"), ['✔'] = ("对勾", "check"), ['✗'] = ("叉", "cross"), ['★'] = ("星", "star"), ['☆'] = ("星", "star"),
        ['♀'] = ("女", "female"), ['♂'] = ("男", "male"), ['№'] = ("号码", "number"), ['µ'] = ("微", "micro"), ['α'] = ("阿尔法", "alpha"),
        ['β'] = ("贝塔", "beta"), ['γ'] = ("伽马", "gamma"), ['δ'] = ("德尔塔", "delta"), ['ε'] = ("艾普西隆", "epsilon"), ['ζ'] = ("泽塔", "zeta"),
        ['η'] = ("伊塔", "eta"), ['θ'] = ("西塔", "theta"), ['ι'] = ("约塔", "iota"), ['κ'] = ("卡帕", "kappa"), ['λ'] = ("兰姆达", "lambda"),
        ['μ'] = ("缪", "mu"), ['ν'] = ("纽", "nu"), ['ξ'] = ("克西", "xi"), ['π'] = ("派", "pi"), ['ρ'] = ("柔", "rho"), ['σ'] = ("西格玛", "sigma"),
        ['τ'] = ("陶", "tau"), ['υ'] = ("宇普西隆", "upsilon"), ['φ'] = ("斐", "phi"), ['χ'] = ("卡伊", "chi"), ['ψ'] = ("普西", "psi"),
        ['ω'] = ("欧米伽", "omega"), ['Γ'] = ("伽马", "gamma"), ['Δ'] = ("德尔塔", "delta"), ['Θ'] = ("西塔", "theta"), ['Λ'] = ("兰姆达", "lambda"),
        ['Π'] = ("派", "pi"), ['Σ'] = ("西格玛", "sigma"), ['Φ'] = ("斐", "phi"), ['Ψ'] = ("普西", "psi"), ['Ω'] = ("欧米伽", "omega"),
    }.ToFrozenDictionary();

    /// <summary>All the signs.</summary>
    public static IEnumerable<char> All => Names.Keys;

    /// <summary>Whether the sign has a name.</summary>
    public static bool Has(char sign) => Names.ContainsKey(sign);

    /// <summary>The name of a sign in Hanzi; null when it has none.</summary>
    public static string? Chinese(char sign) => Names.TryGetValue(sign, out var name) ? name.Chinese : null;

    /// <summary>The name of a sign in English words; null when it has none.</summary>
    public static string? English(char sign) => Names.TryGetValue(sign, out var name) ? name.English : null;
}
