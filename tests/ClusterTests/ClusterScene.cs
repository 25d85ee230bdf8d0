using System.Diagnostics;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.ClusterTests.Brokers;
using TtsConsumers.Tests.ClusterTests.Load;
using Xunit;

namespace TtsConsumers.Tests.ClusterTests;

/// <summary>A farm on the cluster at full speed, with a ledger of all that is sent and a watch on every lane, through the faults of one test.</summary>
internal sealed class ClusterScene : IAsyncDisposable
{
    private const string Suffix = "ledger";

    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HealthyAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Ledger ledger = new();
    private readonly List<Strike> strikes = [];
    private readonly ClusterFarm farm;
    private readonly IReadOnlyList<JobStream> streams;
    private readonly LaneWatch watch;
    private ResultCollector? collector;
    private double speedBefore;

    private ClusterScene(ClusterFarm farm)
    {
        this.farm = farm;
        // One through each node: whichever is lost, the queue is not empty.
        streams = [.. Enumerable.Range(0, Cluster.Size).Select(node => new JobStream($"job-{node + 1}", farm.Producer(node), Suffix, ledger))];
        watch = new LaneWatch(farm.Running, ClusterFarm.Lanes);
    }

    /// <summary>Starts a farm and its load, and lets both run for a while.</summary>
    public static async Task<ClusterScene> SetAsync(Cluster cluster, CancellationToken cancellation)
    {
        var scene = new ClusterScene(await ClusterFarm.StartAsync(cluster, cancellation));
        try
        {
            await scene.BeginAsync(cancellation);
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>The node that leads the queue of jobs.</summary>
    public Task<BrokerNode> LeaderAsync(CancellationToken cancellation) => farm.Members.LeaderOfAsync(Queues.Jobs, cancellation);

    /// <summary>Makes one fault.</summary>
    /// <param name="name">What it is, in words.</param>
    /// <param name="bound">By when all lanes must be at work again.</param>
    /// <param name="fault">Makes it; for a silent fault this also ends it.</param>
    public async Task StrikeAsync(string name, TimeSpan bound, Func<Task> fault)
    {
        Say(name);
        strikes.Add(new Strike(name, Stopwatch.GetTimestamp(), bound));
        await fault();
    }

    /// <summary>Waits until all lanes are at work and every queue has all its members online.</summary>
    public async Task HealAsync(CancellationToken cancellation)
    {
        await UntilAtWorkAsync(cancellation);
        await farm.Members.UntilAllOnlineAsync(cancellation);
    }

    /// <summary>Half a minute of healthy traffic, then the end of all traffic and the ledger.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        await HealAsync(cancellation);
        var speed = await SpeedAsync(HealthyAgain, cancellation);
        watch.AllAtWork.ShouldBeTrue("every lane of every host has work");
        var end = Stopwatch.GetTimestamp();
        await Task.WhenAll(streams.Select(stream => stream.StopAsync(Patience)));
        var left = await farm.DrainAsync(cancellation);
        var report = ledger.Sum((int)left.GetValueOrDefault(Queues.Dead));
        Say($"{report}; {speedBefore:0} jobs/s before, {speed:0} after");
        foreach (var (failure, count) in ledger.Failures)
            Say($"{count} publishes: {failure}");

        CheckRecoveries(end);
        report.Lost.ShouldBe(0);
        ledger.Strangers.ShouldBeEmpty("nobody asked for these");
        left.ShouldBeEmpty("the queues are empty and nothing is unsettled");
        report.Duplicated.ShouldBeLessThanOrEqualTo((strikes.Count * ClusterFarm.Lanes) + report.Unknowns);
        (await AudioProof.FaultsAsync(ledger.Entries, cancellation)).ShouldBeEmpty();
        speed.ShouldBeGreaterThan(speedBefore / 3, "it is as fast as before, give or take what else the machine does");
    }

    public async ValueTask DisposeAsync()
    {
        await watch.DisposeAsync();
        foreach (var stream in streams)
            await stream.DisposeAsync();
        if (collector is not null)
            await collector.DisposeAsync();
        await farm.DisposeAsync();
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        // Through the last node: the first leads the queue of jobs, and a collector that is cut off would starve the lanes, whose streams wait for it.
        var broker = new BrokerOptions { Broker = farm.Producer(Cluster.Size - 1) };
        collector = await ResultCollector.StartAsync(broker, ReplyQueue.Durable(Suffix), new Collector(ledger), Surroundings.Usual(), cancellation);
        await farm.Members.UntilAllOnlineAsync(cancellation);
        foreach (var stream in streams)
            stream.Start();
        watch.Start();
        await UntilAtWorkAsync(cancellation);
        speedBefore = await SpeedAsync(Healthy, cancellation);
        Say($"{ClusterFarm.Hosts} hosts, {ClusterFarm.Lanes} lanes, {speedBefore:0} jobs/s");
    }

    private async Task UntilAtWorkAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (!watch.AllAtWork)
            await Task.Delay(Look, patience.Token);
    }

    private async Task<double> SpeedAsync(TimeSpan during, CancellationToken cancellation)
    {
        var before = ledger.Answered;
        await Task.Delay(during, cancellation);
        return (ledger.Answered - before) / during.TotalSeconds;
    }

    private void CheckRecoveries(long end)
    {
        var nexts = strikes.Skip(1).Select(strike => strike.At).Append(end);
        foreach (var (strike, next) in strikes.Zip(nexts))
        {
            // What begins later than it should have ended is a busy machine's.
            var last = strike.At + (long)(strike.Bound.TotalSeconds * Stopwatch.Frequency);
            var recoveries = watch.Recoveries(strike.At, Math.Min(next, last));
            var recovered = recoveries.DefaultIfEmpty().Max();
            Say(recoveries.Count == 0
                ? $"{strike.Name}: no lane lacked work for 3 s"
                : $"{strike.Name}: {recoveries.Count} lanes fell silent and had work again after {recoveries.Min().TotalSeconds:0.0} to {recovered.TotalSeconds:0.0} s");
            recovered.ShouldBeLessThanOrEqualTo(strike.Bound, strike.Name);
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
