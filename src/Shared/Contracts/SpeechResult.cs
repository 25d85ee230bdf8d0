namespace TtsConsumers.Shared.Contracts;

/// <summary>What became of a job, as published to <c>tts.results</c> (docs/MESSAGES.md, "Result").</summary>
public sealed record SpeechResult
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether there is audio.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Where the audio is; set exactly when <see cref="Status"/> is <see cref="ResultStatus.Done"/>.</summary>
    public ResultAudio? Audio { get; init; }

    /// <summary>The voice that spoke.</summary>
    public string? Voice { get; init; }

    /// <summary>Start and end of words in the audio; empty where the voice gives none.</summary>
    public IReadOnlyList<Mark>? Marks { get; init; }

    /// <summary>What could not be spoken and was left out, in sentences.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Why there is no audio; set exactly when <see cref="Status"/> is <see cref="ResultStatus.Failed"/>.</summary>
    public ResultError? Error { get; init; }

    /// <summary>The try that ended the job, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Where the time went.</summary>
    public ResultTiming? Timing { get; init; }

    /// <summary>The job's place in a longer text, echoed.</summary>
    public StreamPosition? Stream { get; init; }

    /// <summary>The job's metadata, echoed.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
