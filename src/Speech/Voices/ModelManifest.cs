namespace TtsConsumers.Speech.Voices;

/// <summary>What a model's <c>model.json</c> says: which files belong to it, and how it is to be spoken to.</summary>
public sealed record ModelManifest
{
    /// <summary>The model's name, as operators and results see it.</summary>
    public required string Name { get; init; }

    /// <summary>The contract the model follows; <c>kokoro</c> is known.</summary>
    public required string Family { get; init; }

    /// <summary>The ONNX file, relative to the model's folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the ONNX file, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Samples per second of the audio.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Samples in one frame, the unit of durations.</summary>
    public required int FrameSamples { get; init; }

    /// <summary>The most ids one call may carry, both boundary ids included.</summary>
    public required int MaxIds { get; init; }

    /// <summary>Rows of a voice pack.</summary>
    public required int StyleRows { get; init; }

    /// <summary>Floats in one row of a voice pack.</summary>
    public required int StyleWidth { get; init; }

    /// <summary>The licence of model and voices, as an SPDX expression.</summary>
    public required string License { get; init; }

    /// <summary>Where model and voices came from.</summary>
    public required string Source { get; init; }

    /// <summary>Language (<c>zh</c>, <c>en</c>) → id of the voice that speaks it where nobody asked for another.</summary>
    public required IReadOnlyDictionary<string, string> DefaultVoices { get; init; }

    /// <summary>The voices, each with its pack.</summary>
    public required IReadOnlyList<ManifestVoice> Voices { get; init; }

    /// <summary>Symbol (one UTF-16 unit) → id, above 0.</summary>
    public required IReadOnlyDictionary<string, int> Vocabulary { get; init; }
}
