using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Abbreviations with their dot, by exact spelling: Dr. is Doctor, e.g. for example.</summary>
internal sealed partial class AbbreviationRule() : NormalizationRule(Shape())
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["Dr."] = "Doctor", ["Mr."] = "Mister", ["Mrs."] = "Missus", ["Ms."] = "Miz", ["Prof."] = "Professor", ["Ave."] = "Avenue",
        ["Jr."] = "Junior", ["Sr."] = "Senior", ["vs."] = "versus", ["etc."] = "et cetera", ["e.g."] = "for example",
        ["i.e."] = "that is", ["Fig."] = "figure", ["fig."] = "figure", ["Vol."] = "volume", ["vol."] = "volume",
        ["approx."] = "approximately", ["Approx."] = "Approximately", ["dept."] = "department", ["Dept."] = "Department", ["Inc."] = "Incorporated",
        ["Ltd."] = "Limited", ["Co."] = "Company", ["Corp."] = "Corporation", ["Gen."] = "General", ["Capt."] = "Captain",
        ["Sgt."] = "Sergeant", ["Lt."] = "Lieutenant", ["Gov."] = "Governor", ["Sen."] = "Senator", ["Rep."] = "Representative",
        ["Rev."] = "Reverend", ["Maj."] = "Major", ["Col."] = "Colonel", ["Adm."] = "Admiral", ["Cmdr."] = "Commander",
        ["Hon."] = "Honorable", ["Pres."] = "President", ["Bros."] = "Brothers", ["Univ."] = "University", ["Dist."] = "District",
        ["Mt."] = "Mount", ["Ft."] = "Fort", ["Rd."] = "Road", ["Blvd."] = "Boulevard", ["Hwy."] = "Highway", ["Pkwy."] = "Parkway",
        ["cf."] = "compare", ["al."] = "al", ["govt."] = "government", ["misc."] = "miscellaneous", ["incl."] = "including",
        ["Mon."] = "Monday", ["Tue."] = "Tuesday", ["Tues."] = "Tuesday", ["Wed."] = "Wednesday", ["Thu."] = "Thursday", ["Thurs."] = "Thursday", ["Fri."] = "Friday",
        ["Sat."] = "Saturday", ["Jan."] = "January", ["Feb."] = "February", ["Apr."] = "April", ["Jul."] = "July", ["Aug."] = "August",
        ["Sep."] = "September", ["Sept."] = "September", ["Oct."] = "October", ["Nov."] = "November", ["Dec."] = "December",
    }.ToFrozenDictionary();

    /// <summary>Words of their own, unless a number follows.</summary>
    private static readonly FrozenDictionary<string, string> BeforeNumber = new Dictionary<string, string>
    {
        ["p."] = "page", ["pp."] = "pages", ["Sun."] = "Sunday", ["Mar."] = "March", ["Jun."] = "June", ["No."] = "number",
        ["no."] = "number", ["Nos."] = "numbers", ["Eq."] = "equation", ["eq."] = "equation", ["Sec."] = "section", ["sec."] = "section",
        ["Tab."] = "table", ["Ch."] = "chapter", ["ch."] = "chapter", ["ext."] = "extension", ["Ext."] = "extension", ["Art."] = "article",
        ["Apt."] = "apartment", ["apt."] = "apartment", ["Figs."] = "figures", ["figs."] = "figures", ["vols."] = "volumes",
        ["ca."] = "circa", ["Op."] = "opus", ["op."] = "opus", ["Est."] = "established", ["est."] = "established", ["min."] = "minimum", ["max."] = "maximum",
        ["Min."] = "minimum", ["Max."] = "maximum", ["Tel."] = "telephone", ["tel."] = "telephone",
    }.ToFrozenDictionary();

    /// <summary>Those that often end a sentence: before a capital their dot stays.</summary>
    private static readonly FrozenSet<string> Closers = new[] { "etc.", "Inc.", "Ltd.", "Jr.", "Sr.", "Co.", "Corp.", "Bros." }.ToFrozenSet();

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        if (match.Value == "St.")
        {
            return SayStreetOrSaint(match, text);
        }

        if (match.Groups["number"].Success && BeforeNumber.TryGetValue(match.Value, out var word))
        {
            return word;
        }

        var dot = Closers.Contains(match.Value) ? SentenceEnd.DotAfter(match, text) : SentenceEnd.DotAtEnd(match, text);
        return Words.TryGetValue(match.Value, out word) ? word + dot : null;
    }

    /// <summary>Saint before a capitalised word, unless it comes after one: Oak St. near, St. Louis.</summary>
    private static string SayStreetOrSaint(Match match, string text) =>
        match.Groups["name"].Success && !match.Groups["street"].Success ? "Saint" : $"Street{SentenceEnd.DotAtEnd(match, text)}";

    [GeneratedRegex(
        """
        \G(?<![A-Za-z.])(?<street>(?<=\b[A-Z][a-z]+[ ])(?<!\b(?:The|In|At|On|Near|From|To|And|Of|For|By|With|Old|Visit|See)[ ]))?
        (?:[a-z]\.[a-z]|[A-Za-z][a-z]{0,5})\.(?=(?<number>[ ]?\d)?)(?=(?<name>[ ][A-Z])?)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
