using Shouldly;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Intake;

public sealed class LaneSetTests(BrokerFixture broker) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FarmVhost farm = new(broker);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => farm.InitializeAsync();

    public ValueTask DisposeAsync() => farm.DisposeAsync();

    [Fact]
    public async Task Run_OneLoopDiesWhileTheOthersGoOn_TheHostIsToldWhich()
    {
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        var told = bench.Host.Loops.Lost;
        var running = Lanes(bench, new DeadChance()).RunAsync(bench.Connection, new LaneTokens(Cancellation, Cancellation));

        (await told.WaitAsync(Patience, Cancellation)).ShouldStartWith("the quarantine turns ended by itself: System.IO.InvalidDataException");

        running.IsCompleted.ShouldBeFalse();
        await bench.Connection.DisposeAsync();
        await Should.ThrowAsync<InvalidDataException>(() => running);
    }

    [Fact]
    public async Task Run_TheHostStopsOrTheConnectionGoes_NoLoopIsLost()
    {
        foreach (var stops in (bool[])[true, false])
        {
            await using var bench = await LaneBench.SetAsync(farm, Cancellation);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var running = Lanes(bench, bench.Surroundings.Chance).RunAsync(bench.Connection, new LaneTokens(stopping.Token, Cancellation));

            await (stops ? stopping.CancelAsync() : bench.Connection.DisposeAsync().AsTask());
            await Task.WhenAny(running).WaitAsync(Patience, Cancellation);

            bench.Host.Loops.Lost.IsCompleted.ShouldBeFalse();
        }
    }

    private static LaneSet Lanes(LaneBench bench, Random chance)
    {
        Lane Lane(string queue) => bench.Lane(queue, new ToldWork());
        var surroundings = bench.Surroundings with { Chance = chance };
        return new LaneSet([Lane(Queues.Jobs)], Lane(Queues.DeadNotices), Lane(Queues.Quarantine), bench.Host, TimeSpan.FromSeconds(15), surroundings);
    }

    /// <summary>A fault nobody foresaw, in what only the quarantine turns draw from here.</summary>
    private sealed class DeadChance : Random
    {
        public override double NextDouble() => throw new InvalidDataException("no chance");
    }
}
