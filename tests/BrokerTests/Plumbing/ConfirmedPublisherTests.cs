using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Plumbing;

/// <summary>The four ends of a publish, each brought about on a real broker (reliability.md, "Publish outcomes"; N2, N3, B10, B13).</summary>
public sealed class ConfirmedPublisherTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_Routed_IsConfirmed()
    {
        await using var publisher = Publisher(farm.Uris.Producer);
        (await publisher.PublishAsync(Job(), Cancellation)).ShouldBe(PublishReceipt.Confirmed);
    }

    [Fact]
    public async Task Publish_NobodyBound_IsReturned()
    {
        await using var publisher = Publisher(farm.Uris.Producer);
        var receipt = await publisher.PublishAsync(Job() with { RoutingKey = "nobody" }, Cancellation);

        receipt.Outcome.ShouldBe(PublishOutcome.Returned);
        receipt.Detail!.ShouldContain("nobody");
        (await publisher.PublishAsync(Job(), Cancellation)).Outcome.ShouldBe(PublishOutcome.Confirmed, "the channel lives on");
    }

    [Fact]
    public async Task Publish_QueueFull_IsRefused()
    {
        await using var queue = await ScratchQueue.MakeFullAsync(farm, Cancellation);
        await using var publisher = Publisher(farm.Uris.Producer);

        var receipt = await RefusedAsync(publisher, queue);

        receipt.Detail!.ShouldContain(queue.Name);
    }

    [Fact]
    public async Task Publish_RefusedAgainAndAgain_GoesOnOverAnotherConnectionMoreAndMoreSeldom()
    {
        await using var queue = await ScratchQueue.MakeFullAsync(farm, Cancellation);
        await using var proxy = new FaultProxy(new Uri(farm.Uris.Producer).Port);
        var time = new FakeTimeProvider();
        await using var publisher = Publisher(Through(proxy), time: time);

        List<int> connections = [];
        for (var second = 0; second < 15; second++)
        {
            await RefusedAsync(publisher, queue);
            await RefusedAsync(publisher, queue);
            connections.Add(proxy.Accepted);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        // The first refusal that finds a channel of 2, then 4, then 8 s ends it; the next publish opens another.
        connections.ShouldBe([1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4]);
    }

    [Fact]
    public async Task Publish_ManyOnTheirWayWhenOneIsRefused_AllEndOnTheOldChannel()
    {
        await using var queue = await ScratchQueue.MakeFullAsync(farm, Cancellation);
        var time = new FakeTimeProvider();
        await using var publisher = Publisher(farm.Uris.Producer, time: time);
        await RefusedAsync(publisher, queue);
        time.Advance(TimeSpan.FromSeconds(2));

        var jobs = Enumerable.Range(0, 1000).Select(number => Job() with { RoutingKey = number % 100 == 10 ? queue.Name : RoutingKeys.Speak });
        var receipts = await Task.WhenAll(jobs.Select(job => publisher.PublishAsync(job, Cancellation)));

        receipts.Count(receipt => receipt.Outcome == PublishOutcome.Refused).ShouldBe(10);
        receipts.Count(receipt => receipt.Outcome == PublishOutcome.Confirmed).ShouldBe(990);
    }

    [Fact]
    public async Task Publish_IntoABlackhole_IsUnknownWithinTheDeadlineAndThenWorksAgain()
    {
        await using var proxy = new FaultProxy(new Uri(farm.Uris.Producer).Port);
        await using var publisher = Publisher(Through(proxy), seconds: 1);
        (await publisher.PublishAsync(Job(), Cancellation)).Outcome.ShouldBe(PublishOutcome.Confirmed);

        proxy.Blackhole();
        var receipt = await publisher.PublishAsync(Job(), Cancellation);
        proxy.Heal();

        receipt.Outcome.ShouldBe(PublishOutcome.Unknown);
        (await ConfirmedAsync(publisher)).ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_ConnectionReset_IsUnknownAtMostAndThenWorksAgain()
    {
        await using var proxy = new FaultProxy(new Uri(farm.Uris.Producer).Port);
        await using var publisher = Publisher(Through(proxy), seconds: 5);
        (await publisher.PublishAsync(Job(), Cancellation)).Outcome.ShouldBe(PublishOutcome.Confirmed);

        var publishes = Enumerable.Range(0, 200).Select(_ => publisher.PublishAsync(Job(), Cancellation)).ToList();
        proxy.Reset();
        var receipts = await Task.WhenAll(publishes);

        receipts.ShouldAllBe(receipt => receipt.Outcome == PublishOutcome.Confirmed || receipt.Outcome == PublishOutcome.Unknown);
        (await ConfirmedAsync(publisher)).ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_NoBroker_IsUnknownWithinTheDeadline()
    {
        var proxy = new FaultProxy(1);
        var nobody = Through(proxy);
        await proxy.DisposeAsync();
        await using var publisher = Publisher(nobody, seconds: 1);

        var receipt = await publisher.PublishAsync(Job(), Cancellation);

        receipt.Outcome.ShouldBe(PublishOutcome.Unknown);
        receipt.Detail!.ShouldContain("no connection");
    }

    /// <summary>The client wraps what was cancelled in a handshake; a storm of seed 1 saw that come out of a publish.</summary>
    [Fact]
    public async Task Publish_DeadlineInTheMiddleOfAHandshake_IsUnknown()
    {
        await using var proxy = new FaultProxy(new Uri(farm.Uris.Producer).Port);
        proxy.Blackhole();
        await using var publisher = Publisher(Through(proxy), seconds: 1);

        (await publisher.PublishAsync(Job(), Cancellation)).Outcome.ShouldBe(PublishOutcome.Unknown);
    }

    [Fact]
    public async Task Publish_ExchangeMissing_IsUnknownAndSaysWhy()
    {
        await using var publisher = Publisher(farm.AdminUri);
        var receipt = await publisher.PublishAsync(Job() with { Exchange = "nowhere" }, Cancellation);

        receipt.Outcome.ShouldBe(PublishOutcome.Unknown);
        receipt.Detail!.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Publish_FiveThousandAtOnce_AreAllConfirmed()
    {
        await using var publisher = Publisher(farm.Uris.Producer);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 5000).Select(_ => publisher.PublishAsync(Job(), Cancellation)));

        receipts.ShouldAllBe(receipt => receipt.Outcome == PublishOutcome.Confirmed);
    }

    private string Through(FaultProxy proxy) => new UriBuilder(farm.Uris.Producer) { Port = proxy.Port }.Uri.AbsoluteUri;

    /// <summary>Right after a fault one more publish may meet the dying connection.</summary>
    private static async Task<bool> ConfirmedAsync(ConfirmedPublisher publisher)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            if ((await publisher.PublishAsync(Job(), Cancellation)).Outcome == PublishOutcome.Confirmed)
                return true;
        }
        return false;
    }

    private static OutgoingMessage Job() =>
        new(Exchanges.Jobs, RoutingKeys.Speak, """{"id":"a","text":"好"}"""u8.ToArray(), new BasicProperties());

    /// <summary>A quorum queue overshoots its limit by a few before it says no.</summary>
    private static async Task<PublishReceipt> RefusedAsync(ConfirmedPublisher publisher, ScratchQueue queue)
    {
        PublishReceipt receipt;
        var taken = 0;
        do
            receipt = await publisher.PublishAsync(Job() with { RoutingKey = queue.Name }, Cancellation);
        while (receipt.Outcome == PublishOutcome.Confirmed && ++taken < 20);
        receipt.Outcome.ShouldBe(PublishOutcome.Refused);
        return receipt;
    }

    private static ConfirmedPublisher Publisher(string uri, int seconds = 10, TimeProvider? time = null)
    {
        var options = new BrokerOptions { Broker = uri, PublishSeconds = seconds };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        return new ConfirmedPublisher(connector, options, "test", time ?? TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance);
    }
}
