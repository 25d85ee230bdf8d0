using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.InHand;

public sealed class JobInHandTests
{
    private readonly JobInHand job =
        new(new Delivery(null!, 1, false, new RabbitMQ.Client.BasicProperties(), ReadOnlyMemory<byte>.Empty, DateTimeOffset.UnixEpoch), new StopPoint());

    [Fact]
    public void BeginHold_SameStepFailsAgainAndAgain_CountsUp()
    {
        job.BeginHold("the audio store is out: 503").ShouldBe(1);
        job.BeginHold("the audio store is out: 503").ShouldBe(2);
        job.IsHeld.ShouldBeTrue();
    }

    [Fact]
    public async Task BeginHold_AStepWasDoneSince_IsAnotherOutage()
    {
        await job.ReachAsync(Stage.Encoded);
        job.BeginHold("the audio store is out: 503");
        job.BeginHold("the audio store is out: 503");

        await job.ReachAsync(Stage.AudioPut);

        job.IsHeld.ShouldBeFalse();
        job.BeginHold("the audio store is out: 503").ShouldBe(1, "the store came back; what is out now is something else");
    }

    [Fact]
    public async Task BeginHold_StepTriedAgainNotesItsStageAgain_IsTheSameOutage()
    {
        await job.ReachAsync(Stage.ResultPublished);
        job.BeginHold("the audio store is out: 503");

        await job.ReachAsync(Stage.ResultPublished);

        job.IsHeld.ShouldBeTrue("trying again is not over it");
        job.BeginHold("the audio store is out: 503").ShouldBe(2);
    }
}
