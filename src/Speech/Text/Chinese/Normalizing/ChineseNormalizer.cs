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
            new DateRule(),
            new YearRule(),
            new ShortYearRule(),
            new MonthDayRule(),
            new ClockRule(),
            new RatioRule(),
            new PhoneRule(),
            new VersionRule(),
            new CodeRule(),
            new RoomRule(),
            new CurrencyRule(),
            new PercentRule(),
            new FractionRule(),
            new EquationRule(),
            new OperatorRule(),
            new UnitRule(),
            new PerRule(),
            new NegativeRule(),
            new RangeRule(),
            new DecadeRule(),
            new LetterNumberRule(),
            new NumberRule(),
            new SlashRule(),
            new SignRule(),
        ],
        partsWords: false);

    /// <summary>Normalises a passage whose marks are Chinese already.</summary>
    public string Normalize(string passage) => _rules.Normalize(passage);
}
