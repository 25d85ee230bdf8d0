using System.Diagnostics;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// SIGTERM at each of the twelve stages of a job, with the broker there and with the broker away (reliability.md, C2; P5). Each stage has a host of its own
/// with one lane and one job in hand.
/// </summary>
public sealed class DrainTests(BrokerFixture broker)
{
    private const int AtOnce = 6;
    private const int DrainSeconds = 25;

    private static readonly int Rounds = Lasting.Times(1, 10);

    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(DrainSeconds);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sigterm_AtEachStage_FinishesTheJobAndExits0()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);

        foreach (var (name, stages) in Chunks())
        {
            var hosts = await StartAsync(scene, stages, Signal.Term);
            await ledger.PublishManyAsync(name, stages.Length);
            await ExitAsync(stages, hosts);
        }

        (await ledger.CountAsync(Queues.Jobs)).ShouldBe(0u, "every job is finished, none given back");
        await scene.HostAsync(Cancellation);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    /// <summary>The host is stopped at its stage, and goes on in a world without a broker: refused, or silent.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sigterm_AtEachStageWithTheBrokerAway_Exits0AndTheJobIsDoneByTheNext(bool silent)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);

        foreach (var (name, stages) in Chunks())
        {
            await using var proxy = new FaultProxy(consumer.Port);
            var hosts = await StartAsync(
                scene, stages, Signal.Stop, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri), ("TTS_PUBLISH_SECONDS", "1"));
            await ledger.PublishManyAsync(name, stages.Length);
            foreach (var host in hosts)
                await host.UntilAsync(() => Task.FromResult(ProcessLook.At(host.Id).State == 'T'), "at its stage", Cancellation);

            if (silent)
                proxy.Blackhole();
            else
                proxy.TakeDown();
            foreach (var host in hosts)
            {
                Signal.Send(host.Id, Signal.Term);
                Signal.Send(host.Id, Signal.Continue);
            }
            await ExitAsync(stages, hosts);
            // Else the broker would find out by its heartbeat only, and keep the jobs for hosts to come.
            proxy.Reset();
            await DoneByTheNextAsync(scene, ledger);
        }

        await scene.HostAsync(Cancellation);
        await ledger.CloseAsync(faults: Rounds * Enum.GetNames<Stage>().Length);
    }

    /// <summary>Every host ends with 0, in time; counted from now.</summary>
    private static async Task ExitAsync(string[] stages, IReadOnlyList<HostProcess> hosts)
    {
        var since = Stopwatch.GetTimestamp();
        var exits = hosts.Select(async host => (Code: await host.ExitAsync(Cancellation), After: Stopwatch.GetElapsedTime(since))).ToList();
        foreach (var (stage, exit) in stages.Zip(exits))
        {
            var (code, after) = await exit;
            TestContext.Current.TestOutputHelper?.WriteLine($"{stage}: exit code {code} after {after.TotalSeconds:0.0} s");
            code.ShouldBe(0, stage);
            after.ShouldBeLessThan(InTime, stage);
        }
    }

    /// <summary>What the hosts before have left: else those after it would begin with it, and find it suspect at last.</summary>
    private static async Task DoneByTheNextAsync(FarmScene scene, Ledger ledger)
    {
        var next = await scene.HostAsync(Cancellation);
        await next.UntilAsync(async () => await ledger.CountAsync(Queues.Jobs) + await ledger.CountAsync(Queues.Quarantine) == 0, "through with all", Cancellation);
        (await next.TerminateAsync(Cancellation)).ShouldBe(0);
    }

    /// <summary>All twelve stages, some at once, round after round.</summary>
    private static IEnumerable<(string Name, string[] Stages)> Chunks() =>
        from round in Enumerable.Range(1, Rounds)
        from stages in Enum.GetNames<Stage>().Chunk(AtOnce)
        select ($"{round}-{stages[0]}", stages);

    private static async Task<IReadOnlyList<HostProcess>> StartAsync(
        FarmScene scene, IEnumerable<string> stages, int signal, params (string Name, string Value)[] settings)
    {
        List<HostProcess> hosts = [.. stages.Select(stage => scene.StartHost(
            [("TTS_STOP_AT", stage), ("TTS_STOP_SIGNAL", $"{signal}"), ("TTS_LANES", "1"), ("TTS_DRAIN_SECONDS", $"{DrainSeconds}"), .. settings]))];
        foreach (var host in hosts)
            await host.ReadyAsync(Cancellation);
        return hosts;
    }
}
