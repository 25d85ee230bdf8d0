using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>A job that kills its hosts takes no neighbour with it and ends (reliability.md, C3; P4).</summary>
public sealed class QuarantineTests(BrokerFixture broker)
{
    private const int Neighbours = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Received", 0)]
    [InlineData("MidSynthesis", 0)]
    [InlineData("Received", 100)]
    [InlineData("MidSynthesis", 200)]
    public async Task Poison_AmongNeighboursOnOneHostOf4Lanes_EndsAloneAndAllOthersAreDone(string stage, int place)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("c3", Cancellation);
        await PublishAsync(scene, place);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var supervising = SuperviseAsync(scene, stage, enough.Token);
        var (byId, _) = await results.CollectAsync(Neighbours + 1, Cancellation);
        await enough.CancelAsync();
        var lost = await supervising;

        byId["poison"].Error!.Code.ShouldBe(ReasonCode.CrashLoop);
        byId.Remove("poison");
        byId.Values.ShouldAllBe(result => result.Status == ResultStatus.Done);
        lost.ShouldBeLessThanOrEqualTo(5);
        var letter = (await FarmScene.TakeAsync(scene.Vhost.Uris.Operator, Queues.Dead, 1, Cancellation))[0];
        letter.Properties.MessageId.ShouldBe("poison");
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>What `./farm up`, systemd or Kubernetes does: a host that dies is started again.</summary>
    private static async Task<int> SuperviseAsync(FarmScene scene, string stage, CancellationToken enough)
    {
        for (var lost = 0; ; lost++)
        {
            var host = scene.StartHost(("TTS_LANES", "4"), ("TTS_STOP_AT", stage), ("TTS_STOP_ID", "poison"));
            try
            {
                await host.EndAsync(enough);
            }
            catch (OperationCanceledException)
            {
                return lost;
            }
        }
    }

    private static async Task PublishAsync(FarmScene scene, int place)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Producer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        for (var i = 0; i <= Neighbours; i++)
        {
            var id = i == place ? "poison" : $"neighbour-{i}";
            var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SpeechJob { Id = id, Text = $"第{i}位邻居。" }, ContractJson.Job);
            await channel.BasicPublishAsync(
                Exchanges.Jobs, RoutingKeys.Speak, true, new BasicProperties { Persistent = true, MessageId = id, ReplyTo = "c3" }, body, Cancellation);
        }
    }
}
