namespace TtsConsumers.Shared.Contracts;

/// <summary>One text fragment to be spoken, as published to <c>tts.jobs</c> (docs/MESSAGES.md, "Job").</summary>
public sealed record SpeechJob
{
    /// <summary>The sender's name for this job: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. The result carries it back.</summary>
    public required string Id { get; init; }

    /// <summary>What to say: 1 to 500 Unicode scalars by default, no NUL, not only white space.</summary>
    public required string Text { get; init; }

    /// <summary>A voice of the host's catalogue; <see langword="null"/> takes the default voice of the text's language.</summary>
    public string? Voice { get; init; }

    /// <summary><c>zh</c>, <c>en</c> or <c>auto</c> (the default: by script, per run of text).</summary>
    public string? Language { get; init; }

    /// <summary>0.5 to 2.0; 1.0 is the voice's own pace.</summary>
    public double? Speed { get; init; }

    /// <summary><c>wav</c> (default), <c>pcm</c>, <c>flac</c>, <c>opus</c> or <c>mp3</c>: those the host offers.</summary>
    public string? Format { get; init; }

    /// <summary>8000, 16000, 24000 or 48000 Hz; the default is the voice's own rate.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Readings for this job only, word to reading, at most 32.</summary>
    public IReadOnlyDictionary<string, string>? Lexicon { get; init; }

    /// <summary>Where the fragment stands in a longer text; echoed in the result.</summary>
    public StreamPosition? Stream { get; init; }

    /// <summary>Past this moment the job is not spoken and fails as <see cref="ReasonCode.Expired"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Anything of the sender's, echoed: at most 16 entries, keys and values at most 256 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
