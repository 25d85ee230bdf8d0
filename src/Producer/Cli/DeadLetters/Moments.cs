using System.Globalization;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>Moments as they are shown.</summary>
internal static class Moments
{
    /// <summary>A moment to the second in UTC; a dash where it is not known.</summary>
    public static string Show(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
}
