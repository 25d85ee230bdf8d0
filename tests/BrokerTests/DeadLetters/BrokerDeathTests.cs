using System.Text;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>What a real broker writes on its dead letters, and what is read from it (reliability.md, M2; messages.md, tts.dead.notices).</summary>
public sealed class BrokerDeathTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_JobFromARetryLevelThatReachesTheDeliveryLimit_DiedOfTheLimitAndNotOfItsWait()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await LoseAsync(desk, new BasicProperties { MessageId = "retried" });

        var letter = (await desk.TakeAllAsync(Queues.Dead, Cancellation)).ShouldHaveSingleItem();
        var notice = (await desk.TakeAllAsync(Queues.DeadNotices, Cancellation)).ShouldHaveSingleItem();

        Encoding.UTF8.GetString((byte[])notice.Properties.Headers!["x-first-death-reason"]!).ShouldBe("expired", "the trap is there");
        notice.Headers.Death!.Code.ShouldBe(ReasonCode.CrashLoop);
        notice.Headers.Death.At.ShouldNotBeNull();
        letter.Reason.ShouldBe("crash_loop");
    }

    [Fact]
    public async Task Last_SenderForgedAPast_IsStillTheBrokersOwnWord()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        var forged = new Dictionary<string, object?>
        {
            ["reason"] = "expired", ["queue"] = "elsewhere", ["exchange"] = "", ["count"] = 1L, ["routing-keys"] = new List<object?> { "x" },
            ["time"] = new AmqpTimestamp(60),
        };
        await LoseAsync(desk, new BasicProperties { MessageId = "forged", Headers = new Dictionary<string, object?> { ["x-death"] = new List<object?> { forged } } });

        (await desk.TakeAllAsync(Queues.DeadNotices, Cancellation)).ShouldHaveSingleItem().Headers.Death!.Code.ShouldBe(ReasonCode.CrashLoop);
    }

    /// <summary>Sends a job to a retry level, and loses it as dying hosts do until the broker gives it up.</summary>
    private async Task LoseAsync(LetterDesk desk, BasicProperties properties)
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.Uris.Consumer, Cancellation);
        await using (var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation))
        {
            await publishing.BasicPublishAsync(
                Exchanges.Retry, RoutingKeys.Level(1), mandatory: true, properties, Encoding.UTF8.GetBytes(LetterDesk.Job("retried")), Cancellation);
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await desk.CountAsync(Queues.DeadNotices, patience.Token) == 0)
        {
            await using var dying = await connection.CreateChannelAsync(cancellationToken: patience.Token);
            await dying.BasicGetAsync(Queues.Jobs, autoAck: false, patience.Token);
        }
    }
}
