using System.Text.Json.Serialization;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>A line of Golden/kokoro-numerics.json: what the default voice must give for these phonemes.</summary>
public sealed record GoldenUtterance(
    string Voice,
    float Speed,
    string Phonemes,
    long[] Ids,
    long[] Durations,
    [property: JsonPropertyName("audio_length")] int AudioLength,
    double Rms,
    double Peak);
