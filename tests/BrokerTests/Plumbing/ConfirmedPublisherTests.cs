using Microsoft.Extensions.Logging.Abstractions;
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
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-max-length"] = 1, ["x-overflow"] = "reject-publish" };
        await channel.QueueDeclareAsync("full", durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: Cancellation);
        await channel.QueueBindAsync("full", Exchanges.Jobs, "full", cancellationToken: Cancellation);
        await using var publisher = Publisher(farm.Uris.Producer);

        // A quorum queue overshoots its limit by a few before it says no.
        PublishReceipt receipt;
        var taken = 0;
        do
            receipt = await publisher.PublishAsync(Job() with { RoutingKey = "full" }, Cancellation);
        while (receipt.Outcome == PublishOutcome.Confirmed && ++taken < 20);

        receipt.Outcome.ShouldBe(PublishOutcome.Refused);
        receipt.Detail!.ShouldContain("full");
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

    private static ConfirmedPublisher Publisher(string uri, int seconds = 10)
    {
        var options = new BrokerOptions { Broker = uri, PublishSeconds = seconds };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        return new ConfirmedPublisher(connector, options, "test", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance);
    }
}
