using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Broker;

public sealed class RepublishTests
{
    /// <summary>
    /// Shrunk counter-example of SettlementMessagesProperties: 86 bytes that are not UTF-8 arrive as 86 replacement characters, 258 bytes. The client
    /// library threw at every publish of a copy or a result, and the job held its lane for good.
    /// </summary>
    [Fact]
    public void Properties_TextThatGrewBeyondWhatAPropertyHolds_IsLeftBehind()
    {
        var grown = new string('\ufffd', 86);
        var source = new BasicProperties { ContentType = grown, MessageId = grown, CorrelationId = grown, ReplyTo = grown, Type = grown };

        var copy = Republish.Properties(source, new Dictionary<string, object?>());

        (copy.ContentType, copy.MessageId, copy.CorrelationId, copy.ReplyTo, copy.Type).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void Properties_OfAJob_AreCarriedAndNoOthersMadeUp()
    {
        var source = new BasicProperties
        {
            ContentType = "application/json", MessageId = "a", CorrelationId = "c", ReplyTo = "me", Type = "tts.job.v1", Priority = 7, Timestamp = new AmqpTimestamp(5),
        };

        var copy = Republish.Properties(source, new Dictionary<string, object?>());

        (copy.ContentType, copy.MessageId, copy.CorrelationId, copy.ReplyTo, copy.Type).ShouldBe(("application/json", "a", "c", "me", "tts.job.v1"));
        (copy.Priority, copy.Timestamp.UnixTime).ShouldBe(((byte)7, 5L));
        var bare = Republish.Properties(new BasicProperties(), new Dictionary<string, object?>());
        (bare.IsPriorityPresent(), bare.IsTimestampPresent()).ShouldBe((false, false));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", true)]
    [InlineData("c-1", true)]
    public void CanCarry_ShortText_IsCarried(string? text, bool carried) => Republish.CanCarry(text).ShouldBe(carried);

    [Fact]
    public void CanCarry_Length_IsBoundedInBytes()
    {
        Republish.CanCarry(new string('a', 255)).ShouldBeTrue();
        Republish.CanCarry(new string('a', 256)).ShouldBeFalse();
        Republish.CanCarry(new string('好', 85)).ShouldBeTrue();
        Republish.CanCarry(new string('好', 86)).ShouldBeFalse();
    }
}
