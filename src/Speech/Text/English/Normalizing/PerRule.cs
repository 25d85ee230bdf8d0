using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A slash between a number and what it is for: $5/month is five dollars per month, 8:35/mile eight thirty five per mile.</summary>
internal sealed partial class PerRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => $" per {match.Groups["for"].Value switch
    {
        "hr" or "h" => "hour",
        "yr" => "year",
        "mo" => "month",
        "wk" => "week",
        "min" => "minute",
        "sec" or "s" => "second",
        "mi" => "mile",
        "gal" => "gallon",
        "lb" => "pound",
        "oz" => "ounce",
        "kg" => "kilogram",
        "km" => "kilometer",
        var word => word,
    }}";

    [GeneratedRegex(@"\G(?<=\d[%kKMB]?)/(?<for>(?:hr|yr|mo|wk|min|sec|mi|gal|lb|oz|kg|km|h|s)(?![A-Za-z])|[a-z]{3,}\b)")]
    private static partial Regex Shape();
}
