namespace TtsConsumers.Shared.Storage;

/// <summary>
/// Everything that makes one piece of audio another one. The values are the ones used, defaults filled in, so that a job that names the default
/// voice and one that leaves it out have the same key.
/// </summary>
public sealed record AudioIdentity
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>The text as sent.</summary>
    public required string Text { get; init; }

    /// <summary>The voice that speaks.</summary>
    public required string Voice { get; init; }

    /// <summary>The SHA-256 of the model file, lower-case hex: another model is another sound.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary><c>zh</c>, <c>en</c> or <c>auto</c>.</summary>
    public required string Language { get; init; }

    /// <summary>0.5 to 2.0.</summary>
    public required double Speed { get; init; }

    /// <summary>The encoding: <c>wav</c>, <c>pcm</c>, <c>flac</c>, <c>opus</c> or <c>mp3</c>; also the audio object's extension.</summary>
    public required string Format { get; init; }

    /// <summary>Samples per second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>How much louder than the voice it is, in dB.</summary>
    public double GainDb { get; init; }

    /// <summary>The SHA-256 of the deployment's own lexicon, lower-case hex; null where there is none.</summary>
    public string? UserLexiconSha256 { get; init; }

    /// <summary>The job's own readings, if any. None and empty are the same.</summary>
    public IReadOnlyDictionary<string, string>? Lexicon { get; init; }
}
