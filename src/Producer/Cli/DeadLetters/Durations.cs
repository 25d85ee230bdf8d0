using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>Durations as they are typed: a number and <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
internal static class Durations
{
    /// <summary>Reads one, such as <c>10m</c>, <c>1.5h</c> or <c>3d</c>.</summary>
    /// <returns><see langword="null"/> where it is none, or longer than a hundred years.</returns>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || SecondsOf(text[^1]) is not { } unit)
            return null;
        var isNumber = double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return isNumber && number * unit <= SecondsOf('d') * 36_500 ? TimeSpan.FromSeconds(number * unit) : null;
    }

    /// <summary>An option that takes one.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">A sentence.</param>
    public static Option<TimeSpan?> Option(string name, string description)
    {
        return new(name) { Description = description, HelpName = "AGE", CustomParser = Read };

        TimeSpan? Read(ArgumentResult result)
        {
            var duration = Parse(result.Tokens[0].Value);
            if (duration is null)
                result.AddError($"{name} takes a number and s, m, h or d, such as 10m or 3d");
            return duration;
        }
    }

    private static double? SecondsOf(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        _ => null,
    };
}
