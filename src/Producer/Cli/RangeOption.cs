using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace TtsConsumers.Producer.Cli;

/// <summary>Options that take a number within a range.</summary>
internal static class RangeOption
{
    /// <summary>Makes one; without it on the line its value is <see langword="null"/>.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest.</param>
    /// <param name="description">A sentence.</param>
    /// <param name="helpName">What stands for the number in the help.</param>
    public static Option<T?> Of<T>(string name, T least, T most, string description, string helpName = "N")
        where T : struct, INumber<T>
    {
        return new(name) { Description = description, HelpName = helpName, CustomParser = Parse };

        T? Parse(ArgumentResult result)
        {
            if (T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                return value;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}"));
            return null;
        }
    }
}
