using Shouldly;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Tests.BrokerTests.Plumbing;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>A lane that is idle while its queue is not is rebuilt; a healthy one is left alone (reliability.md, quirk 8).</summary>
public sealed class LaneWatchTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_ConsumerCancelledAndNobodyTold_RebuildsTheLane()
    {
        await using var proxy = new SilentProxy(new Uri(farm.AdminUri).Port);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation, proxy.Port);
        var work = new ToldWork();
        await using var watched = new WatchedLane(bench, bench.Lane(queue.Name, work), queue.Name, TimeSpan.FromSeconds(1), Cancellation);
        await queue.PublishAsync("before", Cancellation);
        (await NextAsync(work)).ShouldBe("before");

        proxy.LoseCancels();
        await queue.DeleteAsync(Cancellation);
        while (proxy.Lost == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        await queue.DeclareAsync(Cancellation);
        await queue.PublishAsync("after", Cancellation);

        (await NextAsync(work)).ShouldBe("after");
        watched.Lane.Rebuilt.ShouldBe(1);
    }

    /// <summary>RabbitMQ 3.10.8 then neither cancels the consumer nor forgets it: it counts one job as delivered to it, and the others wait.</summary>
    [Fact]
    public async Task Watch_QueueDeletedAndMadeAgainAtOnce_BothJobsAreTaken()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        var work = new ToldWork();
        await using var watched = new WatchedLane(bench, bench.Lane(queue.Name, work), queue.Name, TimeSpan.FromSeconds(1), Cancellation);
        await queue.PublishAsync("before", Cancellation);
        (await NextAsync(work)).ShouldBe("before");

        await queue.DeleteAsync(Cancellation);
        await queue.DeclareAsync(Cancellation);
        await queue.PublishAsync("one", Cancellation);
        await queue.PublishAsync("two", Cancellation);

        string[] taken = [await NextAsync(work), await NextAsync(work)];
        taken.ShouldBe(["one", "two"], ignoreOrder: true);
    }

    [Fact]
    public async Task Watch_DeliveryLostOnTheWay_RebuildsTheLaneAndNothingIsMissing()
    {
        await using var proxy = new SilentProxy(new Uri(farm.AdminUri).Port);
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation, proxy.Port);
        var work = new ToldWork();
        await using var watched = new WatchedLane(bench, bench.Lane(queue.Name, work), queue.Name, TimeSpan.FromSeconds(1), Cancellation);

        proxy.LoseDeliveries(1);
        await queue.PublishAsync("lost", Cancellation);
        await queue.PublishAsync("waiting", Cancellation);

        string[] taken = [await NextAsync(work), await NextAsync(work)];
        taken.ShouldBe(["lost", "waiting"], ignoreOrder: true);
        proxy.Lost.ShouldBe(1);
        watched.Lane.Rebuilt.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_HealthyLaneBesideFasterOnes_IsLeftAlone()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        var slow = new ToldWork(cancellation => Task.Delay(TimeSpan.FromMilliseconds(40), cancellation));
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => queue.PublishAsync($"{i}", Cancellation)));
        await using var watched = new WatchedLane(bench, bench.Lane(queue.Name, slow), queue.Name, TimeSpan.FromSeconds(1), Cancellation);
        await using var faster = await Subscription.StartAsync(bench.Connection, queue.Name, 1, TimeProvider.System, Cancellation);

        var competing = CompeteAsync(faster);
        while (await queue.ReadyAsync(Cancellation) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        await faster.StopAsync();
        await competing;

        watched.Lane.Taken.ShouldBeGreaterThan(20);
        watched.Lane.Rebuilt.ShouldBe(0);
    }

    private static async Task CompeteAsync(Subscription faster)
    {
        await foreach (var delivery in faster.Deliveries.ReadAllAsync(Cancellation))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(4), Cancellation);
            await delivery.AckAsync();
        }
    }

    private static async Task<string> NextAsync(ToldWork work) =>
        await work.Begun.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);

    /// <summary>A lane and its watch, until the test is over.</summary>
    private sealed class WatchedLane : IAsyncDisposable
    {
        private readonly CancellationTokenSource stopping;
        private readonly QueueLook look;
        private readonly Task running;

        public WatchedLane(LaneBench bench, Lane lane, string queue, TimeSpan patience, CancellationToken cancellation)
        {
            Lane = lane;
            stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            look = new QueueLook(bench.Connection, queue, TimeProvider.System);
            var tokens = new LaneTokens(stopping.Token, CancellationToken.None);
            var watch = new LaneWatch([lane], look, patience, bench.Surroundings);
            running = Task.WhenAll(lane.RunAsync(bench.Connection, tokens), watch.RunAsync(bench.Connection, tokens));
        }

        public Lane Lane { get; }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await running;
            await look.DisposeAsync();
            stopping.Dispose();
        }
    }
}
