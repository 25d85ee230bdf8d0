namespace TtsConsumers.Speech.Voices;

/// <summary>A named speaker.</summary>
public sealed record Voice
{
    /// <summary>The id that jobs name.</summary>
    public required string Id { get; init; }

    /// <summary>The voice's own language: <c>zh</c>, <c>en-us</c>, <c>en-gb</c>. It can speak the others, with an accent.</summary>
    public required string Language { get; init; }

    /// <summary><c>female</c> or <c>male</c>.</summary>
    public required string Gender { get; init; }

    /// <summary>Samples per second of what it speaks.</summary>
    public required int SampleRate { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the model file, lower-case hexadecimal: part of every audio key.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>The licence, as an SPDX expression.</summary>
    public required string License { get; init; }

    /// <summary>The voice pack.</summary>
    public required StylePack Style { get; init; }
}
