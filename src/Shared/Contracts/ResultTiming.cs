using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Contracts;

/// <summary>Where a job's time went, in whole milliseconds.</summary>
/// <param name="QueuedMs">From <c>x-sent-at</c> to the host's receipt; <see langword="null"/> where the header was absent.</param>
/// <param name="TextMs">Text to phonemes.</param>
/// <param name="SynthMs">Waiting for the model and inside it.</param>
/// <param name="StoreMs">Encoding, audio and sidecar put.</param>
public sealed record ResultTiming(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? QueuedMs,
    long TextMs,
    long SynthMs,
    long StoreMs);
