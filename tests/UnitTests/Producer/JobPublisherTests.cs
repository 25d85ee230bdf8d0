using System.ComponentModel.DataAnnotations;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>What is decided before a connection is opened: these options name no broker that could answer.</summary>
public sealed class JobPublisherTests
{
    private static readonly SpeechClientOptions Nowhere = new() { Broker = "amqp://127.0.0.1:1/tts" };

    [Theory]
    [InlineData("bad id!", "你好", ReasonCode.Malformed)]
    [InlineData("id", "  ", ReasonCode.TextMissing)]
    [InlineData("id", "a\0b", ReasonCode.Malformed)]
    public async Task PublishAsync_BrokenJob_ThrowsBeforeAnythingIsSent(string id, string text, ReasonCode code)
    {
        await using var publisher = new JobPublisher(Nowhere, null);

        var error = await Should.ThrowAsync<InvalidJobException>(
            () => publisher.PublishAsync(new SpeechJob { Id = id, Text = text }, TestContext.Current.CancellationToken));

        error.Problem!.Code.ShouldBe(code);
        error.Message.ShouldContain(error.Problem.Message);
    }

    [Fact]
    public async Task PublishAsync_TextBeyondTheFarmsLimit_NamesBothLengths()
    {
        await using var publisher = new JobPublisher(Nowhere with { TextScalars = 10 }, null);

        var error = await Should.ThrowAsync<InvalidJobException>(
            () => publisher.PublishAsync(Jobs.Job("id") with { Text = new string('好', 11) }, TestContext.Current.CancellationToken));

        error.Message.ShouldContain("11");
        error.Message.ShouldContain("10");
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://127.0.0.1")]
    public void New_BrokerThatIsNoAmqpUri_IsRefused(string broker) =>
        Should.Throw<ValidationException>(() => new JobPublisher(Nowhere with { Broker = broker }, null));

    [Fact]
    public void New_OptionOutOfRange_IsRefused()
    {
        Should.Throw<ValidationException>(() => new JobPublisher(Nowhere with { MaxInFlight = 0 }, null));
        Should.Throw<ValidationException>(() => new JobPublisher(Nowhere with { ResultWait = TimeSpan.Zero }, null));
        Should.Throw<ValidationException>(() => new JobPublisher(Nowhere with { Priority = 10 }, null));
    }
}
