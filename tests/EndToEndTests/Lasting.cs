namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// How long a fault lasts: in the ordinary run just long enough to show what it does; with <c>TTS_TEST_LONG=1</c> as long and as often as
/// reliability.md says, which takes the better part of an hour.
/// </summary>
internal static class Lasting
{
    /// <summary>Whether this is the long run.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("TTS_TEST_LONG") == "1";

    public static TimeSpan Seconds(double ordinary, double whole) => TimeSpan.FromSeconds(IsLong ? whole : ordinary);

    public static int Times(int ordinary, int whole) => IsLong ? whole : ordinary;
}
