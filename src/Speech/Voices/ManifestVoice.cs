namespace TtsConsumers.Speech.Voices;

/// <summary>One voice of a <see cref="ModelManifest"/>.</summary>
public sealed record ManifestVoice
{
    /// <summary>The id that jobs name, unique in the model.</summary>
    public required string Id { get; init; }

    /// <summary>The voice pack, relative to the model's folder. Voices may share one.</summary>
    public required string File { get; init; }

    /// <summary>The voice's own language: <c>zh</c>, <c>en-us</c>, <c>en-gb</c>.</summary>
    public required string Language { get; init; }

    /// <summary><c>female</c> or <c>male</c>.</summary>
    public required string Gender { get; init; }

    /// <summary>SHA-256 of the voice pack, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
