using System.Security.Cryptography;
using System.Text.Json;

namespace TtsConsumers.Shared.Contracts;

/// <summary>Turns the bytes of a message into a job or into a reason to refuse it. Limits first, strict JSON then, the rules last.</summary>
/// <param name="textScalars">The longest text allowed, in Unicode scalars.</param>
public sealed class JobReader(int textScalars = JobLimits.DefaultTextScalars)
{
    /// <summary>Reads one message; never throws.</summary>
    /// <param name="body">The message's body.</param>
    /// <param name="envelope">The message's properties.</param>
    public JobReading Read(ReadOnlySpan<byte> body, JobEnvelope envelope)
    {
        if (body.Length > JobLimits.BodyBytes)
        {
            return Refuse(body, envelope, null, ReasonCode.Malformed,
                $"the body has {body.Length} bytes; the limit is {JobLimits.BodyBytes}");
        }
        var glance = JobGlance.At(body);
        if (envelope.Type is not (null or "" or JobLimits.JobType))
        {
            return Refuse(body, envelope, glance.Id, ReasonCode.UnsupportedVersion,
                $"message type must be {JobLimits.JobType} or absent");
        }
        if (glance.Fault is { } fault)
            return Refuse(body, envelope, glance.Id, ReasonCode.Malformed, fault);
        return glance.HasText
            ? Parse(body, envelope, glance.Id)
            : Refuse(body, envelope, glance.Id, ReasonCode.TextMissing, "there is no text");
    }

    /// <summary>The id to answer to when a body has none that can be read.</summary>
    /// <param name="body">The message's body.</param>
    /// <param name="messageId">The message's id, if any.</param>
    public static string AnswerId(ReadOnlySpan<byte> body, string? messageId) =>
        JobRules.IsId(messageId) ? messageId! : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(body))[..40]}";

    /// <summary>The id to answer to for any body: its own if one can be read, else as <see cref="AnswerId"/>.</summary>
    /// <param name="body">The message's body.</param>
    /// <param name="messageId">The message's id, if any.</param>
    public static string FindId(ReadOnlySpan<byte> body, string? messageId) =>
        (body.Length <= JobLimits.BodyBytes ? JobGlance.At(body).Id : null) ?? AnswerId(body, messageId);

    private JobReading Parse(ReadOnlySpan<byte> body, JobEnvelope envelope, string? id)
    {
        SpeechJob job;
        try
        {
            job = JsonSerializer.Deserialize(body, ContractJson.Job)!;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Refuse(body, envelope, id, ReasonCode.Malformed, Explain(error as JsonException));
        }
        return Judge(job, envelope) is { } problem
            ? new JobReading.Refused(id ?? AnswerId(body, envelope.MessageId), problem, job)
            : new JobReading.Accepted(job);
    }

    private JobProblem? Judge(SpeechJob job, JobEnvelope envelope)
    {
        if (JobRules.Check(job, textScalars) is { } problem)
            return problem;
        if (!string.IsNullOrEmpty(envelope.MessageId) && envelope.MessageId != job.Id)
            return new(ReasonCode.IdMismatch, "message_id must equal the job's id, or be absent");
        if (!string.IsNullOrEmpty(envelope.ReplyTo) && !JobRules.IsReplySuffix(envelope.ReplyTo))
            return new(ReasonCode.ReplyToInvalid, "reply_to must be a suffix of 1 to 36 of a-z 0-9 -, not an address");
        return null;
    }

    /// <summary>The parser's own words name types of this program; the path is what the sender needs.</summary>
    private static string Explain(JsonException? error)
    {
        var field = error?.Path is { Length: > 2 } path ? $"field '{path[2..]}'" : "a field";
        // A lone surrogate or broken UTF-8 surfaces as an InvalidOperationException inside.
        return error is null or { InnerException: InvalidOperationException }
            ? $"{field} is not valid Unicode"
            : $"{field} is missing, of the wrong type or null";
    }

    private static JobReading.Refused Refuse(ReadOnlySpan<byte> body, JobEnvelope envelope, string? id, ReasonCode code, string message) =>
        new(id ?? AnswerId(body, envelope.MessageId), new JobProblem(code, message));
}
