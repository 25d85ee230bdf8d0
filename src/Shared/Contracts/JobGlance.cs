using System.Text.Json;

namespace TtsConsumers.Shared.Contracts;

/// <summary>
/// A first look at a body that may be anything: which fields stand at its top level, and whether there is an id to answer to. It lets a refusal
/// name the field at fault, and lets a job that cannot be read still be answered.
/// </summary>
internal sealed class JobGlance
{
    private static readonly HashSet<string> Known =
        [.. ContractJson.Job.Properties.Select(property => property.Name)];

    private readonly HashSet<string> seen = [];

    private JobGlance() { }

    /// <summary>The id, if one can be read.</summary>
    public string? Id { get; private set; }

    /// <summary>Whether there is a text that is not null.</summary>
    public bool HasText { get; private set; }

    /// <summary>The first thing that is wrong at the top level, as a sentence.</summary>
    public string? Fault { get; private set; }

    /// <summary>Looks at a body; never throws.</summary>
    public static JobGlance At(ReadOnlySpan<byte> body)
    {
        var glance = new JobGlance();
        try
        {
            glance.Scan(body);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid UTF-8 or holds a lone surrogate.
            glance.Fault ??= error is JsonException json ? $"not valid JSON at byte {Offset(json, body)}" : "a string is not valid Unicode";
        }
        return glance;
    }

    private static long Offset(JsonException error, ReadOnlySpan<byte> body)
    {
        var line = error.LineNumber ?? 0;
        var start = 0;
        for (; line > 0; line--)
            start += body[start..].IndexOf((byte)'\n') + 1;
        return start + (error.BytePositionInLine ?? 0);
    }

    private void Scan(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            Fault = "the body is empty; it must be one JSON object";
            return;
        }
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = JobLimits.JsonDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            Fault = "the body must be one JSON object";
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name))
                Fault ??= $"field '{Shorten(name)}' stands twice";
            if (!Known.Contains(name))
                Fault ??= $"unknown field '{Shorten(name)}'; known are {string.Join(", ", Known)}";
            reader.Read();
            Note(name, ref reader);
            reader.Skip();
        }
        if (reader.Read())
            Fault ??= "something follows the JSON object";
    }

    private void Note(string name, ref Utf8JsonReader reader)
    {
        if (name == "text")
            HasText = reader.TokenType != JsonTokenType.Null;
        if (name == "id" && Id is null && reader.TokenType == JsonTokenType.String && reader.GetString() is var id && JobRules.IsId(id))
            Id = id;
    }

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
