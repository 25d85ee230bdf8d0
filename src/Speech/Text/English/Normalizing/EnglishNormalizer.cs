using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Writes an English passage in words and marks. The order of the rules is the order of their rights.</summary>
internal sealed partial class EnglishNormalizer
{
    private readonly RuleNormalizer _rules = new(
        [
            new WebRule(),
            new TermRule(),
            new FileNameRule(),
            new NameRangeRule(),
            new NamedDateRule(),
            new AbbreviationRule(),
            new IsoDateRule(),
            new ClockRule(),
            new HalfDayRule(),
            new RatioRule(),
            new CurrencyRule(),
            new CentRule(),
            new ScaleRule(),
            new PhoneRule(),
            new VersionRule(),
            new CodeRule(),
            new OrdinalRule(),
            new DecadeRule(),
            new FeetRule(),
            new FullMarksRule(),
            new UnitRule(),
            new PerRule(),
            new FractionRule(),
            new RomanRule(),
            new YearRule(),
            new ArithmeticRule(),
            new RangeRule(),
            new MinusRule(),
            new HyphenRule(),
            new NumberRule(),
            new ItemNumberRule(),
            new HashtagRule(),
            new SlashRule(),
            new SignRule(),
        ],
        partsWords: true);

    /// <summary>Normalises a passage.</summary>
    public PlacedText Normalize(PlacedText passage) => _rules.Normalize(MarkStyle.Apply(passage))
        .Replace(Blanks(), _ => " ")
        .Replace(BlankBeforeMark(), match => match.Groups[1].Value)
        .Trim(' ');

    [GeneratedRegex("  +")]
    private static partial Regex Blanks();

    [GeneratedRegex(" ([,.!?;:])")]
    private static partial Regex BlankBeforeMark();
}
