using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>The JSON of RabbitMQ's definitions files and management API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BrokerDefinitions))]
[JsonSerializable(typeof(IReadOnlyList<ExchangeDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<QueueDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<BindingDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<PolicyDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<UserDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<PermissionsDefinition>))]
[JsonSerializable(typeof(PermissionsDefinition))]
[JsonSerializable(typeof(NewUser))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(long))]
internal sealed partial class DefinitionsJson : JsonSerializerContext
{
    /// <summary>Reads one of the two files that are part of this assembly.</summary>
    public static T ReadShipped<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(DefinitionsJson).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded; see Shared.csproj");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"{name} is empty");
    }
}
