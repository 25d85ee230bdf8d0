using System.Diagnostics;
using System.Text;
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

    /// <summary>Python writes such a decimal of 1E-29; the client library would close the connection at every delivery, and its neighbours pay for it.</summary>
    [Fact]
    public async Task Headers_DecimalOfMorePlacesThanCanBeRead_TheJobAndItsNeighboursAreDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("bomb", Cancellation);
        var texts = Enumerable.Range(0, 10).ToDictionary(number => $"neighbour-{number}", number => $"第{number}位邻居。");
        foreach (var (id, text) in texts)
            await scene.PublishRawAsync(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","text":"{{text}}"}"""), new() { ReplyTo = "bomb" }, Cancellation);
        await PublishDecimalAsync(scene);

        await scene.HostAsync(Cancellation);
        var (byId, repeats) = await results.CollectAsync(texts.Count + 1, Cancellation);

        byId.Values.ShouldAllBe(result => result.Status == ResultStatus.Done && result.Attempt == 1);
        repeats.ShouldBe(0);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    private static async Task PublishDecimalAsync(FarmScene scene)
    {
        const string Script = """
            import decimal, sys
            try:
                import pika
            except ImportError:
                sys.exit(42)
            channel = pika.BlockingConnection(pika.URLParameters(sys.argv[1])).channel()
            channel.confirm_delivery()
            channel.basic_publish(sys.argv[2], sys.argv[3], b'{"id":"decimal","text":"\u597d"}',
                pika.BasicProperties(delivery_mode=2, reply_to="bomb", headers={"price": decimal.Decimal("1E-29")}), mandatory=True)
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, scene.Vhost.Uris.Producer, Exchanges.Jobs, RoutingKeys.Speak]))!;
        await python.WaitForExitAsync(Cancellation);
        Assert.SkipWhen(python.ExitCode == 42, "python3-pika is not installed (apt-get install python3-pika)");
        python.ExitCode.ShouldBe(0);
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
