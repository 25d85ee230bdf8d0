using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Contracts;

/// <summary>Writes and reads a <see cref="ReasonCode"/> by its wire name.</summary>
internal sealed class ReasonCodeConverter : JsonConverter<ReasonCode>
{
    public override ReasonCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ReasonCodes.FromWire(reader.GetString()) is { } code
            ? code
            : throw new JsonException("not a reason code");

    public override void Write(Utf8JsonWriter writer, ReasonCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Wire());
}
