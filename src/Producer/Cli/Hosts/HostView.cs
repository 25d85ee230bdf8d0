using System.Text.Json.Serialization;

namespace TtsConsumers.Producer.Cli.Hosts;

/// <summary>A host as it was found.</summary>
/// <param name="Address">Where it was asked.</param>
/// <param name="Stats">What it said; <see langword="null"/> where it did not answer.</param>
internal sealed record HostView(string Address, HostStats? Stats)
{
    /// <summary>The host in a few words: what it is at, what each lane does, what it has done.</summary>
    [JsonIgnore]
    public string Words => Stats is null
        ? $"{Address} does not answer"
        : $"{Stats.Host} {Stats.State.ToLowerInvariant()} [{string.Join(' ', Stats.Lanes.Select(lane => lane.State))}] "
            + $"{Stats.Done} done, {Stats.Failed} failed, {Stats.Retried} retried";
}
