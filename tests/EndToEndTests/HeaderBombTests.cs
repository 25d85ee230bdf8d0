using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Headers that end a process before anybody looks at a message (reliability.md, M2; P4).</summary>
public sealed class HeaderBombTests(BrokerFixture broker)
{
    /// <summary>Five bytes a level: more do not fit into a frame of 128 KiB.</summary>
    private const int Deepest = 26_000;

    private const int BigStack = 256 * 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_NestedAsDeepAsAFrameAllows_TheHostLivesAndSpeaks()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation);
        await using var results = await scene.ResultsAsync("bomb", Cancellation);

        await PublishAsync(scene, new BasicProperties { ReplyTo = "bomb", Headers = new Dictionary<string, object?> { ["deep"] = Nested() } });
        var (result, _) = await results.NextAsync(Cancellation);

        result.Status.ShouldBe(ResultStatus.Done);
        host.HasExited.ShouldBeFalse();
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    private static object? Nested()
    {
        object? nested = null;
        for (var depth = 0; depth < Deepest; depth++)
            nested = new List<object?> { nested };
        return nested;
    }

    /// <summary>The client library writes headers by recursion too, on the thread that publishes: here it is one with a stack for it.</summary>
    private static async Task PublishAsync(FarmScene scene, BasicProperties properties)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Producer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        var publishing = Task.CompletedTask;
        var thread = new Thread(
            () => publishing = channel.BasicPublishAsync(
                Exchanges.Jobs, RoutingKeys.Speak, mandatory: true, properties, """{"id":"deep","text":"好"}"""u8.ToArray(), Cancellation).AsTask(),
            BigStack);
        thread.Start();
        thread.Join();
        await publishing;
    }
}
