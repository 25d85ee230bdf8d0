using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Tests.BrokerTests.Plumbing;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Intake;

public sealed class QueueLookTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    /// <summary>The client's own time-out is 20 s.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_ManyLooks_TellWhatWaitsOnOneChannel()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var real = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        var (connection, count) = CountedConnection.Around(real);
        await using var look = new QueueLook(connection, queue.Name, TimeProvider.System);

        for (var waiting = 0u; waiting < 20; waiting++)
        {
            (await look.ReadyAsync(Cancellation)).ShouldBe(waiting);
            await queue.PublishAsync("one more", Cancellation);
        }

        count.Channels.ShouldBe(1);
    }

    [Fact]
    public async Task Ready_QueueGoneAndMadeAgain_ThrowsOnceAndThenLooksOnAnotherChannel()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var real = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        var (connection, count) = CountedConnection.Around(real);
        await using var look = new QueueLook(connection, queue.Name, TimeProvider.System);

        await queue.DeleteAsync(Cancellation);
        await Should.ThrowAsync<OperationInterruptedException>(() => look.ReadyAsync(Cancellation));
        await queue.DeclareAsync(Cancellation);
        await queue.PublishAsync("one", Cancellation);

        (await look.ReadyAsync(Cancellation)).ShouldBe(1u);
        (await look.ReadyAsync(Cancellation)).ShouldBe(1u);
        count.Channels.ShouldBe(2);
    }

    [Fact]
    public async Task Ready_AnswerStillToComeWhenTheLookEnds_IsNotForTheNextLook()
    {
        await using var proxy = new FaultProxy(new Uri(farm.AdminUri).Port);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var connection = await FarmVhost.ConnectAsync(new UriBuilder(farm.AdminUri) { Port = proxy.Port }.Uri.AbsoluteUri, Cancellation);
        await using var look = new QueueLook(connection, queue.Name, TimeProvider.System);
        (await look.ReadyAsync(Cancellation)).ShouldBe(0u);

        proxy.Blackhole();
        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300)))
            await Should.ThrowAsync<OperationCanceledException>(() => look.ReadyAsync(impatient.Token).WaitAsync(Soon, Cancellation));
        await queue.PublishAsync("one", Cancellation);
        proxy.Heal();

        (await look.ReadyAsync(Cancellation)).ShouldBe(1u);
    }
}
