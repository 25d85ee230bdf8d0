using System.Diagnostics;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class JobMessageTests
{
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    [Fact]
    public void Write_Job_IsWhatTheHostReads()
    {
        var job = Jobs.Job("job-1", "book", 7) with { Voice = "zf_xiaoxiao", Speed = 1.25, Metadata = new Dictionary<string, string> { ["a"] = "b" } };

        var message = JobMessage.Write(job, JobMessage.Body(job), "shell-1", null, Sent);

        var envelope = new JobEnvelope(message.Properties.MessageId, message.Properties.Type, message.Properties.ReplyTo);
        var read = new JobReader().Read(message.Body.Span, envelope).ShouldBeOfType<JobReading.Accepted>().Job;
        JobMessage.Body(read).ShouldBe(message.Body.ToArray());
    }

    [Fact]
    public void Write_Properties_AreThoseOfTheContract()
    {
        var properties = JobMessage.Write(Jobs.Job("job-1"), [], "shell-1", 7, Sent).Properties;

        properties.MessageId.ShouldBe("job-1");
        properties.ContentType.ShouldBe("application/json");
        properties.Type.ShouldBe("tts.job.v1");
        properties.DeliveryMode.ShouldBe(DeliveryModes.Persistent);
        properties.ReplyTo.ShouldBe("shell-1");
        properties.Priority.ShouldBe((byte)7);
        properties.Timestamp.UnixTime.ShouldBe(1_700_000_000);
        properties.Headers.ShouldBe(new Dictionary<string, object?> { ["x-sent-at"] = 1_700_000_000_123L });
    }

    [Fact]
    public void Write_WithoutSuffixAndPriority_LeavesThemOut()
    {
        var properties = JobMessage.Write(Jobs.Job("job-1"), [], null, null, Sent).Properties;

        properties.IsReplyToPresent().ShouldBeFalse();
        properties.IsPriorityPresent().ShouldBeFalse();
    }

    [Fact]
    public void Write_InsideAnActivity_CarriesItsTrace()
    {
        using var activity = new Activity("reading a book").SetIdFormat(ActivityIdFormat.W3C).Start();
        activity.TraceStateString = "vendor=1";

        var headers = JobMessage.Write(Jobs.Job("job-1"), [], null, null, Sent).Properties.Headers!;

        headers["traceparent"].ShouldBe(activity.Id);
        headers["tracestate"].ShouldBe("vendor=1");
    }
}
