using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>Jobs and results the client's tests speak of.</summary>
internal static class Jobs
{
    public static SpeechJob Job(string id, string? stream = null, long seq = 0) => new()
    {
        Id = id,
        Text = "你好，世界。",
        Stream = stream is null ? null : new StreamPosition(stream, seq),
    };

    public static SpeechResult Done(string id) => new()
    {
        Id = id,
        Status = ResultStatus.Done,
        Audio = new ResultAudio($"file:///audio/{id}.wav", "audio/wav", 44, new string('0', 64), 24000, 0),
    };

    public static SpeechResult Failed(string id) => new()
    {
        Id = id,
        Status = ResultStatus.Failed,
        Error = new ResultError(ReasonCode.SynthesisFailed, "the model failed", true),
    };

    /// <summary>What each job of a run is answered with.</summary>
    public static SpeechResult Answer(SpeechJob job) => Done(job.Id) with { Stream = job.Stream };
}
