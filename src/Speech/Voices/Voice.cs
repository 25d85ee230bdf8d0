namespace TtsConsumers.Speech.Voices;

/// <summary>A named speaker.</summary>
public sealed record Voice
{
    /// <summary>The id that jobs name.</summary>
    public required string Id { get; init; }

    /// <summary>The voice's own language: <c>zh</c>, <c>en-us</c>, <c>en-gb</c>. Kokoro's voices speak Chinese and English all alike, with an accent.</summary>
    public required string Language { get; init; }

    /// <summary><c>female</c>, <c>male</c>, <c>mixed</c>, or <c>unknown</c> where the model's files don't say.</summary>
    public required string Gender { get; init; }

    /// <summary>Samples per second of what it speaks.</summary>
    public required int SampleRate { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The model's family: <c>kokoro</c> or <c>piper</c>.</summary>
    public required string Family { get; init; }

    /// <summary>SHA-256 of the model's files, lower-case hexadecimal: part of every audio key.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>The licence, as an SPDX expression; <c>unknown</c> where the model's files don't say.</summary>
    public required string License { get; init; }

    /// <summary>The voice pack, for a voice of the Kokoro family.</summary>
    public StylePack? Style { get; init; }

    /// <summary>The speaker's number, for a voice of the Piper family; 0 where the model has only one.</summary>
    public long Speaker { get; init; }

    /// <summary>Why it can't speak on this machine, in a sentence; null when it can.</summary>
    public string? Missing { get; init; }
}
