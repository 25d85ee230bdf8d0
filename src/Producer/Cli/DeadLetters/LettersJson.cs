using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>The JSON the commands about letters print: snake_case, one line each, Chinese as it is.</summary>
[JsonSerializable(typeof(IReadOnlyList<GroupLine>))]
[JsonSerializable(typeof(ShownLetter))]
[JsonSerializable(typeof(ReplayReport))]
[JsonSerializable(typeof(LetterReport))]
internal sealed partial class LettersJson : JsonSerializerContext
{
    /// <summary>The serialisers with these settings.</summary>
    public static LettersJson Line { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
