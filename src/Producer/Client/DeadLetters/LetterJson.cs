using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>The JSON of exported letters: snake_case, one line each, Chinese as it is.</summary>
[JsonSerializable(typeof(LetterLine))]
internal sealed partial class LetterJson : JsonSerializerContext
{
    /// <summary>The serialisers with these settings.</summary>
    public static LetterJson Line { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
