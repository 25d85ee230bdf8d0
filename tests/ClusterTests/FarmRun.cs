namespace TtsConsumers.Tests.ClusterTests;

/// <summary>The run of <c>./farm</c> that this one is part of.</summary>
internal static class FarmRun
{
    private const string Name = "TTS_FARM_RUN";

    /// <summary>What a process must have in its environment for <c>./farm</c> to end it when this run is killed; nothing without a <c>./farm</c>.</summary>
    public static IReadOnlyDictionary<string, string> Mark { get; } =
        Environment.GetEnvironmentVariable(Name) is { Length: > 0 } run ? new Dictionary<string, string> { [Name] = run } : [];
}
