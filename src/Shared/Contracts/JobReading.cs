namespace TtsConsumers.Shared.Contracts;

/// <summary>What came of reading a message: a job, or a reason to refuse it. Either way there is an id to answer to.</summary>
public abstract record JobReading
{
    private JobReading(string id) => Id = id;

    /// <summary>The job's id; where the body has none, the message id, else <c>sha256-</c> and 40 hex of the body.</summary>
    public string Id { get; }

    /// <summary>A job that keeps the contract.</summary>
    /// <param name="Job">The job.</param>
    public sealed record Accepted(SpeechJob Job) : JobReading(Job.Id);

    /// <summary>A message that does not.</summary>
    /// <param name="AnswerId">The id to answer to.</param>
    /// <param name="Problem">What is wrong.</param>
    /// <param name="Job">The job as far as it could be read, for what a result echoes; <see langword="null"/> where it could not.</param>
    public sealed record Refused(string AnswerId, JobProblem Problem, SpeechJob? Job = null) : JobReading(AnswerId);
}
