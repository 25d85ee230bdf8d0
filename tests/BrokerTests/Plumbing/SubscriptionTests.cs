using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Plumbing;

/// <summary>Three silent ways to stop receiving, and a delivery that is bound to its channel (reliability.md, quirks 8 and 9; B7, B9, B10).</summary>
public sealed class SubscriptionTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lost_ConnectionReset_IsSaid()
    {
        await using var proxy = new FaultProxy(new Uri(farm.AdminUri).Port);
        await using var connection = await FarmVhost.ConnectAsync(new UriBuilder(farm.AdminUri) { Port = proxy.Port }.Uri.AbsoluteUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);

        proxy.Reset();

        (await subscription.Lost.WaitAsync(Patience, Cancellation)).ShouldContain("channel closed");
        (await subscription.Deliveries.WaitToReadAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lost_ChannelClosedByTheBroker_IsSaidWhileTheConnectionLives()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await queue.PublishAsync("one", Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);
        var delivery = await subscription.Deliveries.ReadAsync(Cancellation);

        // Settling twice is a protocol error: the broker closes the channel with 406, as it does on an ack time-out.
        await delivery.AckAsync();
        await delivery.AckAsync();

        (await subscription.Lost.WaitAsync(Patience, Cancellation)).ShouldContain("406");
        connection.IsOpen.ShouldBeTrue();
        delivery.IsGone.ShouldBeTrue();
        (await delivery.AckAsync()).ShouldBeFalse("nothing can be said on a channel that is gone");
    }

    [Fact]
    public async Task Lost_QueueDeleted_IsSaidWhileTheChannelLives()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);

        await queue.DeleteAsync(Cancellation);

        (await subscription.Lost.WaitAsync(Patience, Cancellation)).ShouldContain("cancelled");
        connection.IsOpen.ShouldBeTrue();
    }

    /// <summary>A sender can't make a suspect of its job: RabbitMQ 4.x passes on a delivery count of its own making, once.</summary>
    [Fact]
    public async Task Delivery_CountOfTheSendersOwnMaking_IsNotBelieved()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        var forged = new BasicProperties { Headers = new Dictionary<string, object?> { [HeaderNames.DeliveryCount] = 7L } };
        await queue.PublishAsync("one", forged, Cancellation);

        await using (var first = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation))
            (await first.Deliveries.ReadAsync(Cancellation)).Headers.DeliveryCount.ShouldBe(0);
        await using var second = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);
        (await second.Deliveries.ReadAsync(Cancellation)).Headers.DeliveryCount.ShouldBe(1, "the channel that had it is gone");
    }

    [Fact]
    public async Task Start_MissingQueue_Throws()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        var error = await Should.ThrowAsync<OperationInterruptedException>(
            () => Subscription.StartAsync(connection, "not-there", 1, TimeProvider.System, Cancellation));

        error.ShutdownReason!.ReplyCode.ShouldBe((ushort)404);
    }

    [Fact]
    public async Task Deliveries_PrefetchOne_HoldsTheSecondBackUntilTheFirstIsSettled()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await queue.PublishAsync("one", Cancellation);
        await queue.PublishAsync("two", Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);

        var first = await subscription.Deliveries.ReadAsync(Cancellation);
        subscription.Deliveries.TryPeek(out _).ShouldBeFalse();
        (await queue.ReadyAsync(Cancellation)).ShouldBe(1u);
        await first.AckAsync();
        var second = await subscription.Deliveries.ReadAsync(Cancellation);

        System.Text.Encoding.UTF8.GetString(second.Body.Span).ShouldBe("two");
        second.Redelivered.ShouldBeFalse();
    }

    [Fact]
    public async Task GiveBack_Delivery_ComesAgainMarkedAsRedelivered()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await queue.PublishAsync("one", Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);

        await (await subscription.Deliveries.ReadAsync(Cancellation)).GiveBackAsync();
        var again = await subscription.Deliveries.ReadAsync(Cancellation);

        again.Redelivered.ShouldBeTrue();
    }

    [Fact]
    public async Task Stop_Consumer_NothingMoreComesAndWhatWasDeliveredCanBeSettled()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await queue.PublishAsync("one", Cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);
        var delivery = await subscription.Deliveries.ReadAsync(Cancellation);

        await subscription.StopAsync();
        await queue.PublishAsync("two", Cancellation);

        (await delivery.AckAsync()).ShouldBeTrue();
        (await subscription.Deliveries.WaitToReadAsync(Cancellation)).ShouldBeFalse();
        (await queue.ReadyAsync(Cancellation)).ShouldBe(1u);
    }
}
