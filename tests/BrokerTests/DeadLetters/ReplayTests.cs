using System.Diagnostics;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>reliability.md, quirk 13 and P1: what a replay publishes, and that nothing is lost by it. With the operator's rights.</summary>
public sealed class ReplayTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_LetterTheBrokerMade_IsPublishedWithOurHeadersOnly()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LetBrokerKillAsync("killed", Cancellation);

        var report = await desk.ReplayAsync(new(), Cancellation);

        report.ShouldBe(new ReplayReport(report.Batch, 1, 1, 1, 0, 0, null));
        var job = (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).ShouldHaveSingleItem();
        // Two are not the sender's: the broker's count, and the number that the C# client's confirm tracking gives its own publishes.
        job.Properties.Headers!.Keys.Except([HeaderNames.DeliveryCount, "x-dotnet-pub-seq-no"]).ShouldBe([HeaderNames.Attempt, HeaderNames.SentAt, HeaderNames.ReplayCount, HeaderNames.ReplayBatch], ignoreOrder: true);
        (job.Headers.Attempt, job.Headers.ReplayCount, job.Headers.ReplayBatch).ShouldBe((1, 1, report.Batch));
        (job.Properties.MessageId, job.Properties.CorrelationId, job.Properties.ReplyTo, job.Properties.Priority).ShouldBe(("killed", "c-1", "team", (byte)7));
        (job.Properties.IsAppIdPresent(), job.Properties.Persistent).ShouldBe((false, true));
        await desk.UntilAsync(Queues.Dead, 0, Cancellation);
    }

    [Fact]
    public async Task RunAsync_QueueOfJobsFull_StopsAndEveryLetterIsInOnePlace()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(600, Cancellation);
        await desk.LimitJobsAsync(1, Cancellation);
        try
        {
            var report = await desk.ReplayAsync(new() { BusyRepeats = 0 }, Cancellation);

            report.Stopped.ShouldNotBeNull().ShouldContain("full");
            report.Failed.ShouldBeGreaterThan(0);
            await desk.UntilAsync(Queues.Dead, 600 - report.Replayed, Cancellation);
            (await desk.CountAsync(Queues.Jobs, Cancellation)).ShouldBe(report.Replayed);
        }
        finally
        {
            await desk.UnlimitJobsAsync(Cancellation);
        }
    }

    [Fact]
    public async Task RunAsync_NothingBoundForJobs_LeavesTheLetter()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayAsync("a", cancellation: Cancellation);
        await farm.Admin.DeleteAsync($"bindings/{farm.Name}/e/{Exchanges.Jobs}/q/{Queues.Jobs}/{RoutingKeys.Speak}", Cancellation);
        try
        {
            var report = await desk.ReplayAsync(new(), Cancellation);

            (report.Replayed, report.Failed).ShouldBe((0, 1));
            await desk.UntilAsync(Queues.Dead, 1, Cancellation);
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task RunAsync_JobsDieAgainAtOnce_EndsWithEachReplayedOnce()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(300, Cancellation);
        await using var killer = await Killer.StartAsync(farm, Cancellation);

        var report = await desk.ReplayAsync(new() { PerSecond = 1000 }, Cancellation);

        (report.LookedAt, report.Replayed).ShouldBe((300, 300));
        await desk.UntilAsync(Queues.Dead, 300, Cancellation);
        var letters = await desk.TakeAllAsync(Queues.Dead, Cancellation);
        letters.Select(letter => letter.Id).Distinct().Count().ShouldBe(300);
        letters.ShouldAllBe(letter => letter.Headers.ReplayCount == 1 && letter.Headers.ReplayBatch == report.Batch);
    }

    [Fact]
    public async Task RunAsync_OneIdTwice_IsReplayedOnceAndTheTwinStays()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        foreach (var id in (string[])["a", "b", "a"])
            await desk.LayAsync(id, cancellation: Cancellation);

        var report = await desk.ReplayAsync(new(), Cancellation);

        (report.LookedAt, report.Replayed, report.Skipped).ShouldBe((3, 2, 1));
        (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).Select(job => job.Id).ShouldBe(["a", "b"], ignoreOrder: true);
        (await desk.LookAsync(Cancellation)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task RunAsync_FilterAndMax_ReplaysThoseAndLeavesTheOthers()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        foreach (var n in Enumerable.Range(0, 6))
            await desk.LayAsync($"job-{n}", n % 2 == 0 ? "store_failed" : "malformed", cancellation: Cancellation);

        var report = await desk.ReplayAsync(new() { Filter = new() { Reasons = ["store_failed"] }, Max = 2 }, Cancellation);

        report.Replayed.ShouldBe(2);
        (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).Select(job => job.Id).ShouldBe(["job-0", "job-2"], ignoreOrder: true);
        (await desk.LookAsync(Cancellation)).ShouldBe(["job-1", "job-3", "job-4", "job-5"], ignoreOrder: true);
    }

    [Fact]
    public async Task RunAsync_DryRun_CountsAndChangesNothing()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(5, Cancellation);

        var report = await desk.ReplayAsync(new() { DryRun = true, Filter = new() { Ids = ["job-1", "job-4"] } }, Cancellation);

        (report.LookedAt, report.Matching, report.Replayed).ShouldBe((5, 2, 0));
        (await desk.CountAsync(Queues.Jobs, Cancellation)).ShouldBe(0);
        (await desk.LookAsync(Cancellation)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task RunAsync_Interrupted_StopsBetweenLettersWithEveryLetterInOnePlace()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(2000, Cancellation);
        using var ctrlC = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var report = await desk.ReplayAsync(new(), ctrlC.Token, progress =>
        {
            if (progress.Done == 700)
                ctrlC.Cancel();
        });

        report.Stopped.ShouldBe("interrupted");
        report.Replayed.ShouldBeInRange(1, 1999);
        await desk.UntilAsync(Queues.Dead, 2000 - report.Replayed, Cancellation);
        (await desk.CountAsync(Queues.Jobs, Cancellation)).ShouldBe(report.Replayed);
    }

    [Fact]
    public async Task RunAsync_Correction_ReplaysTheCorrectedText()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(2, Cancellation);

        var report = await desk.ReplayAsync(
            new() { Filter = new() { Ids = ["job-1"] }, Correction = Correction.Parse(["text=更好"]) }, Cancellation);

        report.Replayed.ShouldBe(1);
        (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).ShouldHaveSingleItem().Job!.Text.ShouldBe("更好");
        (await desk.LookAsync(Cancellation)).ShouldBe(["job-0"]);
    }

    [Fact]
    public async Task RunAsync_CorrectionThatIsNoJob_SendsNothing()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(1, Cancellation);

        await Should.ThrowAsync<InvalidJobException>(() => desk.ReplayAsync(new() { Correction = Correction.Parse(["text="]) }, Cancellation));

        (await desk.CountAsync(Queues.Jobs, Cancellation)).ShouldBe(0);
        await desk.UntilAsync(Queues.Dead, 1, Cancellation);
    }

    [Fact]
    public async Task RunAsync_TenThousand_ReplaysEveryOneOnce()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(10_000, Cancellation);
        var watch = Stopwatch.StartNew();

        var report = await desk.ReplayAsync(new(), Cancellation);

        TestContext.Current.TestOutputHelper!.WriteLine($"10,000 letters replayed in {watch.Elapsed.TotalSeconds:0.0} s");
        report.Replayed.ShouldBe(10_000);
        await desk.UntilAsync(Queues.Dead, 0, Cancellation);
        (await desk.CountAsync(Queues.Jobs, Cancellation)).ShouldBe(10_000);
    }
}
