using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TtsConsumers.Producer.Cli.Hosts;
using TtsConsumers.Producer.Cli.Phonemes;
using TtsConsumers.Producer.Cli.Planning;
using TtsConsumers.Producer.Cli.Speaking;
using TtsConsumers.Producer.Cli.Stats;
using TtsConsumers.Producer.Cli.Voices;

namespace TtsConsumers.Producer.Cli;

/// <summary>The JSON the commands print and read: snake_case, one line each, Chinese as it is.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpeakingReport))]
[JsonSerializable(typeof(DraftHeader))]
[JsonSerializable(typeof(DraftLine))]
[JsonSerializable(typeof(PublishLine))]
[JsonSerializable(typeof(IReadOnlyList<FindingLine>))]
[JsonSerializable(typeof(IReadOnlyList<HostView>))]
[JsonSerializable(typeof(HostStats))]
[JsonSerializable(typeof(FarmPace))]
[JsonSerializable(typeof(CapacityPlan))]
[JsonSerializable(typeof(IReadOnlyList<VoiceLine>))]
[JsonSerializable(typeof(PhonemesReport))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>The serialisers with these settings.</summary>
    public static CliJson Line { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
