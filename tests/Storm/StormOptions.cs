namespace TtsConsumers.Tests.Storm;

/// <summary>What a storm is asked for.</summary>
/// <param name="Duration">How long faults are made; what comes before and after is not counted.</param>
/// <param name="Seed">The same seed makes the same faults at the same offsets.</param>
/// <param name="Hosts">How many hosts there are.</param>
/// <param name="KeepsLogs">Whether logs are kept in any case; they are where a promise was broken.</param>
public sealed record StormOptions(TimeSpan Duration, int Seed, int Hosts, bool KeepsLogs = false);
