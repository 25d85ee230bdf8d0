using System.Collections.Concurrent;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class SpeakingRunTests : IDisposable
{
    private readonly CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SpeechResult>> asked = [];

    public SpeakingRunTests() => deadline.CancelAfter(TimeSpan.FromSeconds(20));

    public void Dispose() => deadline.Dispose();

    [Fact]
    public async Task RunAsync_ManyJobs_AnswersEachOnceInStreamOrder()
    {
        using var run = new SpeakingRun((job, _) => Task.FromResult(Jobs.Answer(job)), 8);

        var results = await run.RunAsync(Stream(200), deadline.Token).ToListAsync(deadline.Token);

        results.Select(result => result.Stream!.Seq).ShouldBe(Enumerable.Range(0, 200).Select(seq => (long)seq));
    }

    [Fact]
    public async Task RunAsync_AnswersBackwards_ComeInStreamOrder()
    {
        using var run = new SpeakingRun(AskAsync, 4);
        var results = run.RunAsync(Stream(4), deadline.Token).ToListAsync(deadline.Token);

        foreach (var seq in (int[])[3, 2, 1, 0])
            Asked($"j{seq}").SetResult(Jobs.Done($"j{seq}"));

        (await results).Select(result => result.Id).ShouldBe(["j0", "j1", "j2", "j3"]);
    }

    [Fact]
    public async Task RunAsync_NobodyTakesResults_ReadsNoFurtherThanTheBound()
    {
        var read = 0;
        using var run = new SpeakingRun((job, _) => Task.FromResult(Jobs.Answer(job)), 3);
        await using var results = run.RunAsync(Stream(100, _ => read++), deadline.Token).GetAsyncEnumerator(deadline.Token);

        for (var taken = 1; taken <= 50; taken++)
        {
            (await results.MoveNextAsync()).ShouldBeTrue();
            // The fourth may be read from the source; it waits there for a slot.
            Volatile.Read(ref read).ShouldBeLessThanOrEqualTo(taken + 3);
        }
    }

    [Fact]
    public async Task RunAsync_OneJobThrows_GivesWhatCameBeforeThenThrows()
    {
        using var run = new SpeakingRun(AskAsync, 2);
        await using var results = run.RunAsync(Stream(2), deadline.Token).GetAsyncEnumerator(deadline.Token);
        var first = results.MoveNextAsync();
        Asked("j0").SetResult(Jobs.Done("j0"));
        (await first).ShouldBeTrue();

        Asked("j1").SetException(new TimeoutException("no result"));

        await Should.ThrowAsync<TimeoutException>(() => results.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task RunAsync_IdTwice_Throws()
    {
        using var run = new SpeakingRun(AskAsync, 4);

        await Should.ThrowAsync<InvalidOperationException>(
            () => run.RunAsync(new[] { Jobs.Job("same"), Jobs.Job("same") }.ToAsyncEnumerable(), deadline.Token).ToListAsync(deadline.Token).AsTask());
    }

    [Fact]
    public async Task RunAsync_LeftEarly_CancelsWhatIsStillWaitedFor()
    {
        var waiting = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        using var run = new SpeakingRun(
            async (job, stop) =>
            {
                if (job.Id == "j0")
                {
                    await waiting.Task.WaitAsync(stop);
                    return Jobs.Answer(job);
                }
                waiting.SetResult();
                try
                {
                    return await AskAsync(job, stop);
                }
                catch (OperationCanceledException)
                {
                    cancelled.SetResult();
                    throw;
                }
            },
            2);

        await foreach (var _ in run.RunAsync(Stream(2), deadline.Token))
            break;

        cancelled.Task.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        using var run = new SpeakingRun(AskAsync, 2);
        var results = run.RunAsync(Stream(2), stop.Token).ToListAsync(deadline.Token).AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => results);
    }

    [Fact]
    public async Task RunAsync_NoJobs_Ends()
    {
        using var run = new SpeakingRun(AskAsync, 2);

        (await run.RunAsync(AsyncEnumerable.Empty<SpeechJob>(), deadline.Token).ToListAsync(deadline.Token)).ShouldBeEmpty();
    }

    private static IAsyncEnumerable<SpeechJob> Stream(int count, Action<int>? onRead = null) => Enumerable.Range(0, count).Select(seq =>
    {
        onRead?.Invoke(seq);
        return Jobs.Job($"j{seq}", "s", seq);
    }).ToAsyncEnumerable();

    private Task<SpeechResult> AskAsync(SpeechJob job, CancellationToken stop) => Asked(job.Id).Task.WaitAsync(stop);

    private TaskCompletionSource<SpeechResult> Asked(string id) =>
        asked.GetOrAdd(id, _ => new TaskCompletionSource<SpeechResult>(TaskCreationOptions.RunContinuationsAsynchronously));
}
