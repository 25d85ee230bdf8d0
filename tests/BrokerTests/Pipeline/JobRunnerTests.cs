using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Tests.BrokerTests.Intake;
using TtsConsumers.Tests.BrokerTests.Plumbing;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Pipeline;

/// <summary>What comes of work that throws, whatever work it is: speaking or answering notices.</summary>
public sealed class JobRunnerTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    /// <summary>The event id of "met something unforeseen".</summary>
    private const int Unforeseen = 2003;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_StoreOutTwice_HoldsTheJobAndGoesOnWithIt()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        await using var subscription = await Subscription.StartAsync(bench.Connection, queue.Name, 1, TimeProvider.System, Cancellation);
        var (job, tries) = (await TakeAsync(queue, subscription), 0);
        var work = new ToldWork(_ => ++tries < 3 ? throw new AudioStoreException("503") : Task.CompletedTask);

        var settlement = await bench.Runner.RunAsync(work, job, new LaneTokens(Cancellation, CancellationToken.None));

        settlement.ShouldBeOfType<SettlementDecision.Answer>();
        tries.ShouldBe(3);
        bench.Log.Told.ShouldNotContain(Unforeseen);
    }

    [Fact]
    public async Task Run_GraceIsOver_GivesTheJobBack()
    {
        await using var queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        await using var subscription = await Subscription.StartAsync(bench.Connection, queue.Name, 1, TimeProvider.System, Cancellation);
        var job = await TakeAsync(queue, subscription);
        using var abandon = new CancellationTokenSource();
        var work = new ToldWork(cancellation => Task.Delay(Timeout.InfiniteTimeSpan, cancellation));

        var running = bench.Runner.RunAsync(work, job, new LaneTokens(Cancellation, abandon.Token));
        await work.Begun.ReadAsync(Cancellation);
        await abandon.CancelAsync();

        (await running).ShouldBeOfType<SettlementDecision.GiveBack>();
        bench.Log.Told.ShouldNotContain(Unforeseen);
        (await subscription.Deliveries.ReadAsync(Cancellation)).Redelivered.ShouldBeTrue();
    }

    private static async Task<JobInHand> TakeAsync(ScratchQueue queue, Subscription subscription)
    {
        await queue.PublishAsync("a job", Cancellation);
        return new JobInHand(await subscription.Deliveries.ReadAsync(Cancellation), new StopPoint());
    }
}
