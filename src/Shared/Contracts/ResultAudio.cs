using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Contracts;

/// <summary>Where the audio is and what it is. An object named here never changes.</summary>
/// <param name="Uri"><c>s3://bucket/key</c> or <c>file:///absolute/path</c>.</param>
/// <param name="ContentType">The media type, as stored.</param>
/// <param name="Bytes">Length of the object in bytes.</param>
/// <param name="Sha256">Lower-case hex of the object's SHA-256.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="DurationMs">Length of the sound in milliseconds.</param>
public sealed record ResultAudio(
    string Uri,
    string ContentType,
    long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256,
    int SampleRate,
    long DurationMs);
