using System.Text.Json;
using System.Text.Json.Serialization;
using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.Watch;

namespace TtsConsumers.Tests.Storm;

/// <summary>What a storm has come to.</summary>
public sealed record StormReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required int Seed { get; init; }

    public required int Hosts { get; init; }

    /// <summary>How long faults were made, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether it was called off.</summary>
    public required bool Interrupted { get; init; }

    public required int Confirmed { get; init; }

    public required int Unknown { get; init; }

    public required int Refused { get; init; }

    /// <summary>Publishes made again.</summary>
    public required int Repeated { get; init; }

    public required int Lost { get; init; }

    /// <summary>Not answered yet, and in a queue: only where the storm was called off.</summary>
    public required int Waiting { get; init; }

    public required int Duplicated { get; init; }

    /// <summary>How many repeats can be explained.</summary>
    public required int MostDuplicated { get; init; }

    /// <summary>Unknown ones that were there.</summary>
    public required int Recovered { get; init; }

    public required int Done { get; init; }

    /// <summary>By reason.</summary>
    public required IReadOnlyDictionary<string, int> Failed { get; init; }

    /// <summary>Plain jobs among the failed.</summary>
    public required IReadOnlyList<string> Innocents { get; init; }

    public required int Dead { get; init; }

    /// <summary>How many of each kind were made.</summary>
    public required IReadOnlyDictionary<FaultKind, int> Faults { get; init; }

    /// <summary>How long hosts were not all ready after a fault, at the longest, in seconds.</summary>
    public required IReadOnlyDictionary<FaultKind, double> Recovery { get; init; }

    /// <summary>The longest time without a result while faults were made, in seconds.</summary>
    public required double LongestSilence { get; init; }

    /// <summary>How hosts have ended: what they were asked, their exit code, and how often.</summary>
    public required IReadOnlyDictionary<string, int> HostEnds { get; init; }

    /// <summary>Jobs a second on a healthy farm, before the storm and after it.</summary>
    public required Rates Rate { get; init; }

    public required FarmFootprint Start { get; init; }

    public required FarmFootprint End { get; init; }

    /// <summary>A sentence for each broken promise.</summary>
    public required IReadOnlyList<string> Breaches { get; init; }

    /// <summary>The longest recovery of all, in seconds.</summary>
    public double LongestRecovery => Recovery.Values.DefaultIfEmpty().Max();

    /// <summary>Counts ends of hosts.</summary>
    public static IReadOnlyDictionary<string, int> Count(IEnumerable<HostEnd> ends) =>
        ends.GroupBy(end => $"{WordOf(end)} ({end.Code})").OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>As one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static string WordOf(HostEnd end) => end switch
    {
        { IsByJob: true } => "lost to a job",
        { Asked: Asked.ToDie } => "killed",
        { Asked: Asked.ToStop } => "stopped",
        _ => "by itself",
    };
}
