using System.Text.Json.Serialization;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary>What became of one line of <c>tts publish</c>.</summary>
/// <param name="Id">The job's id, or where none could be read the one a host would answer to.</param>
/// <param name="Outcome"><c>confirmed</c>, <c>refused</c>, <c>returned</c>, <c>unknown</c>, or <c>invalid</c> where nothing was
/// sent.</param>
/// <param name="Detail">A sentence where it is not confirmed.</param>
/// <param name="Code">The reason code of an invalid job.</param>
/// <param name="Line">The line it stands in, from 1, of an invalid job.</param>
internal sealed record PublishLine(string Id, string Outcome, string? Detail = null, string? Code = null, long? Line = null)
{
    /// <summary>Whether the job will get a result.</summary>
    [JsonIgnore]
    public bool IsConfirmed => Outcome == "confirmed";

    /// <summary>The line of a job that was not sent.</summary>
    public static PublishLine Invalid(string id, JobProblem problem, long line) =>
        new(id, "invalid", problem.Message, problem.Code.Wire(), line);
}
