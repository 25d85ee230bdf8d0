using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Topology;

/// <summary>
/// The permissions table of docs/MESSAGES.md, one by one against a real broker: what a user may do works, everything else is refused with 403. The
/// table stands here in full on purpose; the shipped patterns are what is tried.
/// </summary>
public sealed class PermissionTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private const string DefaultExchange = "";
    private const string OwnQueue = "tts.reply.own";

    private static readonly string[] AllExchanges =
        [DefaultExchange, Exchanges.Jobs, Exchanges.Retry, Exchanges.Dead, Exchanges.Results, Exchanges.Unrouted];

    private static readonly Dictionary<string, string[]> MayPublishTo = new()
    {
        ["producer"] = [Exchanges.Jobs],
        ["consumer"] = [Exchanges.Retry, Exchanges.Results, Exchanges.Dead],
        ["operator"] = [Exchanges.Jobs],
        ["monitor"] = [],
    };

    private static readonly Dictionary<string, string[]> MayConsumeFrom = new()
    {
        ["producer"] = [OwnQueue],
        ["consumer"] = [Queues.Jobs, Queues.Quarantine, Queues.DeadNotices],
        ["operator"] = [Queues.Dead, Queues.Unrouted],
        ["monitor"] = [],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Publishes => Pairs(MayPublishTo.Keys, AllExchanges);

    public static TheoryData<string, string> Consumes => Pairs(MayConsumeFrom.Keys, [.. Queues.All, OwnQueue]);

    [Theory]
    [MemberData(nameof(Publishes))]
    public async Task Publish_UserAndExchange_WorksOrIsRefused(string user, string exchange)
    {
        // No queue is bound for this key, nor called so: what is let in leaves nothing behind.
        var refused = await TryAsync(user, channel => channel.BasicPublishAsync(exchange, "nowhere", "x"u8.ToArray(), Cancellation).AsTask());

        refused.ShouldBe(!MayPublishTo[user].Contains(exchange));
    }

    [Theory]
    [MemberData(nameof(Consumes))]
    public async Task Consume_UserAndQueue_WorksOrIsRefused(string user, string queue)
    {
        await MakeOwnQueueAsync();

        var refused = await TryAsync(user, channel => channel.BasicConsumeAsync(queue, autoAck: false, new AsyncDefaultBasicConsumer(channel), Cancellation));

        refused.ShouldBe(!MayConsumeFrom[user].Contains(queue));
    }

    [Theory]
    [InlineData("producer", OwnQueue, true)]
    [InlineData("producer", "tts.other", false)]
    [InlineData("producer", "xtts.reply.own", false)]
    [InlineData("consumer", OwnQueue, false)]
    [InlineData("operator", OwnQueue, false)]
    [InlineData("monitor", OwnQueue, false)]
    public async Task DeclareQueue_UserAndName_WorksOrIsRefused(string user, string queue, bool allowed)
    {
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };

        (await TryAsync(user, channel => channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: Cancellation))).ShouldBe(!allowed);
    }

    [Theory]
    [InlineData(Exchanges.Results, OwnQueue, true)]
    [InlineData(Exchanges.Jobs, OwnQueue, false)]
    [InlineData(Exchanges.Dead, OwnQueue, false)]
    [InlineData(Exchanges.Results, Queues.Dead, false)]
    public async Task Bind_ProducersQueue_OnlyToTheResults(string exchange, string queue, bool allowed)
    {
        await MakeOwnQueueAsync();

        (await TryAsync("producer", channel => channel.QueueBindAsync(queue, exchange, "*.own", cancellationToken: Cancellation))).ShouldBe(!allowed);
    }

    [Theory]
    [InlineData("producer")]
    [InlineData("consumer")]
    [InlineData("operator")]
    [InlineData("monitor")]
    public async Task DeleteAndDeclare_FarmsOwnThings_AreRefusedToAll(string user)
    {
        (await TryAsync(user, channel => channel.QueueDeleteAsync(Queues.Jobs, ifUnused: false, ifEmpty: false, cancellationToken: Cancellation))).ShouldBeTrue();
        (await TryAsync(user, channel => channel.ExchangeDeleteAsync(Exchanges.Jobs, cancellationToken: Cancellation))).ShouldBeTrue();
        (await TryAsync(user, channel => channel.ExchangeDeclareAsync("tts.mine", ExchangeType.Fanout, cancellationToken: Cancellation))).ShouldBeTrue();
    }

    [Fact]
    public async Task ManagementApi_Monitor_MayReadAndNotWrite()
    {
        using var monitor = farm.OpenMonitor();

        (await monitor.GetAsync($"queues/{farm.Name}", Cancellation)).GetArrayLength().ShouldBeGreaterThanOrEqualTo(Queues.All.Count);
        await Should.ThrowAsync<Shared.Topology.Provisioning.ManagementApiException>(() => monitor.DeleteAsync($"queues/{farm.Name}/{Queues.Jobs}", Cancellation));
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> users, string[] targets)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var user in users)
        {
            foreach (var target in targets)
                pairs.Add(user, target);
        }
        return pairs;
    }

    private async Task MakeOwnQueueAsync() => (await TryAsync("producer", channel => channel.QueueDeclareAsync(
        OwnQueue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
        cancellationToken: Cancellation))).ShouldBeFalse();

    /// <summary>Does one thing as a user.</summary>
    /// <returns>Whether the broker refused it with 403; any other fault is thrown.</returns>
    private async Task<bool> TryAsync(string user, Func<IChannel, Task> act)
    {
        await using var connection = await FarmVhost.ConnectAsync(UriOf(user), Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        try
        {
            await act(channel);
            return false;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            return true;
        }
    }

    private string UriOf(string user) => user switch
    {
        "producer" => farm.Uris.Producer,
        "consumer" => farm.Uris.Consumer,
        "operator" => farm.Uris.Operator,
        _ => farm.Uris.Monitor,
    };
}
