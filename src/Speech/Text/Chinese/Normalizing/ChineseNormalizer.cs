using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>
/// Writes numbers and signs of a Chinese passage in Hanzi; Latin words stay. The order of the rules is the order of their rights.
/// </summary>
internal sealed class ChineseNormalizer
{
    private readonly RuleNormalizer _rules = new(
        [
            new FixedReadingRule(),
            new WebRule(),
            new TermRule(),
            new StandardRule(),
            new ItemNumberRule(),
            new DateRule(),
            new YearMonthRule(),
            new DecadeRule(),
            new YearRule(),
            new ShortYearRule(),
            new DayNameRule(),
            new MonthDayRule(),
            new HalfDayRule(new ClockRule()),
            new ClockRule(),
            new RatioRule(),
            new PhoneRule(),
            new VersionRule(),
            new PlateRule(),
            new TransportRule(),
            new CodeRule(),
            new RoomRule(),
            new CaptionRule(),
            new ModelNumberRule(),
            new AngleRule(),
            new CurrencyRule(),
            new PercentRule(),
            new MixedFractionRule(),
            new FullMarksRule(),
            new FractionRule(),
            new EquationRule(),
            new OperatorRule(),
            new PowerRule(),
            new LetterScaleRule(),
            new UnitRule(),
            new PerRule(),
            new CraftRule(),
            new NegativeRule(),
            new RangeRule(),
            new RestOfMetreRule(),
            new LetterNumberRule(),
            new NumberRule(),
            new RomanRule(),
            new NumeroRule(),
            new DotRule(),
            new HashRule(),
            new SlashRule(),
            new SignRule(),
        ],
        partsWords: false);

    /// <summary>Normalises a passage whose marks are Chinese already.</summary>
    public PlacedText Normalize(PlacedText passage) => _rules.Normalize(passage);
}
