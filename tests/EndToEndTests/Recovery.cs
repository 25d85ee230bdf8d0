using System.Diagnostics;
using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>How long a farm takes to be itself again.</summary>
internal static class Recovery
{
    /// <summary>All lanes consume again within this time of the broker's return.</summary>
    public static readonly TimeSpan OfABroker = TimeSpan.FromSeconds(10);

    /// <summary>All lanes consume again within this time of the beginning of a fault that nobody is told of.</summary>
    public static readonly TimeSpan OfASilentFault = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Waits until every lane consumes, by the hosts' word and by the broker's, and checks how long it took.</summary>
    /// <param name="scene">The farm.</param>
    /// <param name="since">The time stamp it is counted from.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="hosts">All hosts of the farm.</param>
    public static async Task AllLanesConsumeAsync(this FarmScene scene, long since, TimeSpan limit, params IReadOnlyList<HostProcess> hosts)
    {
        while (!await ConsumeAsync(scene, hosts))
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(limit, "until all lanes consume again");
            await Task.Delay(Look, Cancellation);
        }
        var took = Stopwatch.GetElapsedTime(since);
        TestContext.Current.TestOutputHelper?.WriteLine($"all lanes consume again after {took.TotalSeconds:0.0} s");
        took.ShouldBeLessThan(limit, "until all lanes consume again");
    }

    private static async Task<bool> ConsumeAsync(FarmScene scene, IReadOnlyList<HostProcess> hosts)
    {
        var lanes = 0;
        foreach (var host in hosts)
        {
            host.HasExited.ShouldBeFalse("a host that is up lives on");
            if (await host.AskAsync("/health/ready", Cancellation) != 200 || await host.StatsAsync(Cancellation) is not { } stats)
                return false;
            lanes += stats.GetProperty("lanes").GetArrayLength();
        }
        return await ConsumersAsync(scene) >= lanes;
    }

    private static async Task<uint> ConsumersAsync(FarmScene scene)
    {
        try
        {
            await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            return await channel.ConsumerCountAsync(Queues.Jobs, Cancellation);
        }
        catch (Exception error) when (BrokerFaults.IsLoss(error) && !Cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }
}
