using System.Text;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Settlement;

public sealed class SettlementMessagesTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(5000));

    private SettlementMessages Messages => new("host-1", time);

    [Fact]
    public void Retry_Copy_CarriesTheJobAndNothingForeign()
    {
        var job = InHand(new BasicProperties
        {
            MessageId = "a", CorrelationId = "c", ReplyTo = "me", Priority = 7, Type = "tts.job.v1", Expiration = "1000", UserId = "guest", AppId = "x",
            Headers = new Dictionary<string, object?> { ["CC"] = new List<object> { "speak" }, ["x-death"] = 1, [HeaderNames.Attempt] = 2 },
        });

        var copy = Messages.Retry(job, level: 3, nextAttempt: 3);

        (copy.Exchange, copy.RoutingKey).ShouldBe(("tts.retry", "3"));
        copy.Body.ToArray().ShouldBe(job.Delivery.Body.ToArray());
        copy.Properties.MessageId.ShouldBe("a");
        copy.Properties.CorrelationId.ShouldBe("c");
        copy.Properties.ReplyTo.ShouldBe("me");
        copy.Properties.Priority.ShouldBe((byte)7);
        copy.Properties.IsExpirationPresent().ShouldBeFalse();
        copy.Properties.IsUserIdPresent().ShouldBeFalse();
        copy.Properties.IsAppIdPresent().ShouldBeFalse();
        copy.Properties.Headers.ShouldBe(
            new Dictionary<string, object?> { [HeaderNames.Attempt] = 3, [HeaderNames.SentAt] = 5000L }, ignoreOrder: true);
    }

    [Fact]
    public void Quarantine_Copy_KeepsItsAttempt()
    {
        var copy = Messages.Quarantine(InHand(new BasicProperties { Headers = new Dictionary<string, object?> { [HeaderNames.Attempt] = 4 } }));

        (copy.Exchange, copy.RoutingKey).ShouldBe(("tts.retry", "quarantine"));
        copy.Properties.Headers![HeaderNames.Attempt].ShouldBe(4);
    }

    [Fact]
    public void DeadLetter_Letter_SaysWhyAndByWhom()
    {
        var letter = Messages.DeadLetter(InHand(new BasicProperties()), new JobProblem(ReasonCode.VoiceUnknown, "no such voice"));

        letter.Exchange.ShouldBe("tts.dead");
        letter.Properties.Headers![HeaderNames.Reason].ShouldBe("voice_unknown");
        letter.Properties.Headers[HeaderNames.Error].ShouldBe("no such voice");
        letter.Properties.Headers[HeaderNames.Host].ShouldBe("host-1");
        letter.Properties.Headers[HeaderNames.FailedAt].ShouldBe(5000L);
        letter.Properties.Headers[HeaderNames.Attempts].ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "done.none")]
    [InlineData("", "done.none")]
    [InlineData("team-7", "done.team-7")]
    [InlineData("amq.rabbitmq.reply-to.g1", "done.none")]
    public void Result_Done_GoesToTheSuffix(string? replyTo, string key)
    {
        var properties = new BasicProperties { CorrelationId = "c" };
        if (replyTo is not null)
            properties.ReplyTo = replyTo;

        var message = Messages.Result(InHand(properties), new SpeechResult { Id = "a", Status = ResultStatus.Done });

        (message.Exchange, message.RoutingKey).ShouldBe(("tts.results", key));
        message.Properties.MessageId.ShouldBe("a.done");
        message.Properties.CorrelationId.ShouldBe("c");
        message.Properties.Type.ShouldBe("tts.result.v1");
        message.Properties.ContentType.ShouldBe("application/json");
        message.Properties.Timestamp.ShouldBe(new AmqpTimestamp(5));
        message.Properties.Headers.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("vendor=1")]
    public void Result_TracedJob_CarriesTheTraceAndNothingElse(string? state)
    {
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Dictionary<string, object?> sent = new() { [HeaderNames.TraceParent] = Encoding.UTF8.GetBytes(Parent), [HeaderNames.Attempt] = 2 };
        Dictionary<string, object?> trace = new() { [HeaderNames.TraceParent] = Parent };
        if (state is not null)
            (sent[HeaderNames.TraceState], trace[HeaderNames.TraceState]) = (Encoding.UTF8.GetBytes(state), state);

        var message = Messages.Result(InHand(new BasicProperties { Headers = sent }), new SpeechResult { Id = "a", Status = ResultStatus.Done });

        message.Properties.Headers.ShouldBe(trace, ignoreOrder: true);
    }

    [Fact]
    public void Result_FailedAfterAReplay_HasAMessageIdOfItsOwn()
    {
        var job = InHand(new BasicProperties { Headers = new Dictionary<string, object?> { [HeaderNames.ReplayCount] = 2 } });
        job.Id = "a";

        Messages.Result(job, job.FailedResult(new JobProblem(ReasonCode.Expired, "late"))).Properties.MessageId.ShouldBe("a.failed.2");
    }

    private static JobInHand InHand(BasicProperties properties) =>
        new(new Delivery(null!, 1, false, properties, Encoding.UTF8.GetBytes("""{"id":"a","text":"好"}"""), DateTimeOffset.UnixEpoch), new StopPoint());
}
