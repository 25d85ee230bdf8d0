using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>Letters into a file and back, and away. With the operator's rights.</summary>
public sealed class ExportTests(FarmVhost farm) : IClassFixture<FarmVhost>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tts-letters-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LetterFile File => new(Path.Combine(folder, "letters.jsonl"));

    [Fact]
    public async Task Export_LeavesTheLetters()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3, Cancellation);

        var report = await ExportAsync(desk, LetterFilter.All, remove: false);

        report.ShouldBe(new LetterReport(3, 3, 0));
        (await ReadIdsAsync()).ShouldBe(["job-0", "job-1", "job-2"]);
        (await desk.LookAsync(Cancellation)).ShouldBe(["job-0", "job-1", "job-2"]);
    }

    [Fact]
    public async Task Export_Remove_TakesThoseInTheFileAndNoOthers()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3, Cancellation);

        var report = await ExportAsync(desk, new() { Ids = ["job-1"] }, remove: true);

        report.ShouldBe(new LetterReport(3, 1, 1));
        (await ReadIdsAsync()).ShouldBe(["job-1"]);
        (await desk.LookAsync(Cancellation)).ShouldBe(["job-0", "job-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Export_FileCannotBeWritten_RemovesNothing()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(2, Cancellation);
        await ExportAsync(desk, LetterFilter.All, remove: false);

        await Should.ThrowAsync<IOException>(() => ExportAsync(desk, LetterFilter.All, remove: true));

        (await desk.LookAsync(Cancellation)).ShouldBe(["job-0", "job-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Import_ExportedLetters_AreReplayedOnceEachAndLeaveTheFile()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(4, Cancellation);
        await ExportAsync(desk, LetterFilter.All, remove: true);

        var report = await new LetterImport(desk.Operator, Surroundings.Usual()).RunAsync(
            File, new() { Filter = new() { Ids = ["job-1", "job-3"] } }, null, Cancellation);

        report.ShouldBe(new ReplayReport(report.Batch, 4, 2, 2, 2, 0, null));
        var jobs = await desk.TakeAllAsync(Queues.Jobs, Cancellation);
        jobs.Select(job => job.Id).ShouldBe(["job-1", "job-3"], ignoreOrder: true);
        jobs.ShouldAllBe(job => job.Headers.ReplayBatch == report.Batch && job.Headers.ReplayCount == 1 && job.Properties.ReplyTo == "team");
        (await ReadIdsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Purge_Found_RemovesThoseAndNoOthers()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayAsync("old", failedAt: DateTimeOffset.UnixEpoch.AddYears(40), cancellation: Cancellation);
        await desk.LayAsync("new", cancellation: Cancellation);
        await using (var letters = await desk.OpenAsync(Queues.Dead, Cancellation))
        {
            var purge = new LetterPurge(letters);

            (await purge.FindAsync(new() { Older = TimeSpan.FromDays(1) }, null, TimeProvider.System.GetUtcNow(), Cancellation)).ShouldBe(1);
            (await purge.RemoveAsync()).ShouldBe(new LetterReport(2, 1, 1));
        }

        (await desk.LookAsync(Cancellation)).ShouldBe(["new"]);
    }

    [Fact]
    public async Task Purge_OnlyFound_RemovesNothing()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3, Cancellation);
        await using (var letters = await desk.OpenAsync(Queues.Dead, Cancellation))
            await new LetterPurge(letters).FindAsync(LetterFilter.All, null, TimeProvider.System.GetUtcNow(), Cancellation);

        (await desk.LookAsync(Cancellation)).Count.ShouldBe(3);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<LetterReport> ExportAsync(LetterDesk desk, LetterFilter filter, bool remove)
    {
        await using var letters = await desk.OpenAsync(Queues.Dead, Cancellation);
        return await new LetterExport(letters, filter, null, TimeProvider.System).RunAsync(File, remove, null, Cancellation);
    }

    private async Task<List<string>> ReadIdsAsync() =>
        await File.ReadAsync(Cancellation).Select(letter => letter.Id).ToListAsync(Cancellation);
}
