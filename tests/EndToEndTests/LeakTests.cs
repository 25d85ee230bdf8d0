using System.Diagnostics;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>What a host has open before and after many reconnects (reliability.md, P7).</summary>
public sealed class LeakTests(BrokerFixture broker)
{
    /// <summary>The pool adds and takes threads as it sees fit.</summary>
    private const int ThreadsMore = 6;
    private const int HandlesMore = 2;
    private const int WarmUps = 3;
    private const int SilentEvery = 10;

    /// <summary>To consume and to publish; the publisher's channel, two lanes, the notices', and three that look at queues.</summary>
    private static readonly (int Connections, int Channels) Whole = (2, 7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reconnects_ManyOfThem_LeaveNothingOpen()
    {
        Assert.SkipWhen(broker.Private is null, "only a private broker can be asked by its own command line");
        await using var scene = await FarmScene.SetAsync(broker);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);
        await using var proxy = new FaultProxy(consumer.Port);
        var host = await scene.HostAsync(
            Cancellation, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri), ("TTS_HEARTBEAT_SECONDS", "1"), ("TTS_PUBLISH_SECONDS", "2"));
        await using var ledger = await Ledger.OpenAsync(scene);
        for (var round = 0; round < WarmUps; round++)
            await ReconnectAsync(scene, ledger, proxy, host, $"warm-up-{round}", isSilent: false);
        await WholeAsync(scene, host);
        var before = ProcessLook.At(host.Id);

        var rounds = Lasting.Times(10, 100);
        for (var round = 1; round <= rounds; round++)
            await ReconnectAsync(scene, ledger, proxy, host, $"round-{round}", isSilent: round % SilentEvery == 0);
        await WholeAsync(scene, host);
        var after = ProcessLook.At(host.Id);

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} reconnects\nbefore: {before}\nafter:  {after}");
        after.Sockets.ShouldBeLessThanOrEqualTo(before.Sockets);
        after.Handles.ShouldBeLessThanOrEqualTo(before.Handles + HandlesMore);
        after.Threads.ShouldBeLessThanOrEqualTo(before.Threads + ThreadsMore);
        await ledger.CloseAsync(faults: (WarmUps + rounds) * 2);
    }

    /// <summary>Loses both connections, by a reset or in silence, and has all of them back: a job that is answered proves that of the publishing one.</summary>
    private static async Task ReconnectAsync(FarmScene scene, Ledger ledger, FaultProxy proxy, HostProcess host, string id, bool isSilent)
    {
        var fault = Stopwatch.GetTimestamp();
        if (isSilent)
        {
            // Not by its health: it may be whole again within the blink between two looks.
            var connections = proxy.Accepted;
            proxy.ForgetLinks();
            await host.UntilAsync(() => Task.FromResult(proxy.Accepted > connections), "aware of the silence", Cancellation);
        }
        proxy.Reset();
        proxy.Heal();
        var done = await DoneAsync(host);
        await ledger.PublishAsync(new SpeechJob { Id = id, Text = "又连上了。" });
        await host.UntilAsync(async () => await DoneAsync(host) > done, $"done with {id}", Cancellation);
        await scene.AllLanesConsumeAsync(fault, Recovery.OfASilentFault, host);
    }

    /// <summary>Waits until the host has all that it opens by and by, and no more than that.</summary>
    private Task WholeAsync(FarmScene scene, HostProcess host) =>
        host.UntilAsync(async () => await AtTheBrokerAsync(scene) == Whole, $"seen by the broker with {Whole} connections and channels", Cancellation);

    /// <summary>The host's connections and channels as the broker counts them.</summary>
    private async Task<(int Connections, int Channels)> AtTheBrokerAsync(FarmScene scene)
    {
        var lines = (await broker.Private!.Control.RunAsync("list_connections", "--no-table-headers", "channels", "user")).Split('\n')
            .Where(line => line.EndsWith(scene.Vhost.Users.Consumer.Definition.Name, StringComparison.Ordinal)).ToList();
        return (lines.Count, lines.Sum(line => int.Parse(line.Split('\t')[0])));
    }

    private static async Task<long> DoneAsync(HostProcess host) => (await host.StatsAsync(Cancellation))!.Value.GetProperty("done").GetInt64();
}
