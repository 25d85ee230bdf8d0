using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TtsConsumers.Shared.Contracts;

/// <summary>The JSON of the wire: source-generated, snake_case; jobs read strictly, results read with room for later fields.</summary>
public static class ContractJson
{
    private static readonly ContractContext Strict = new(new JsonSerializerOptions(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JobLimits.JsonDepth,
    });

    private static readonly ContractContext Tolerant = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Jobs: unknown and doubled fields are refused, names are case-sensitive, nothing nullable by accident.</summary>
    public static JsonTypeInfo<SpeechJob> Job => Strict.SpeechJob;

    /// <summary>Results: a receiver passes over fields it does not know.</summary>
    public static JsonTypeInfo<SpeechResult> Result => Tolerant.SpeechResult;

    /// <summary>Sidecars, read back by hosts of other versions too.</summary>
    public static JsonTypeInfo<AudioSidecar> Sidecar => Tolerant.AudioSidecar;
}

/// <summary>The generated serialisers behind <see cref="ContractJson"/>.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpeechJob))]
[JsonSerializable(typeof(SpeechResult))]
[JsonSerializable(typeof(AudioSidecar))]
internal sealed partial class ContractContext : JsonSerializerContext;
