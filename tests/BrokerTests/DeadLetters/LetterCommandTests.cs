using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.BrokerTests.Client;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary><c>tts dlq</c> and <c>tts unrouted</c> as processes that know the operator's address and nothing else.</summary>
public sealed class LetterCommandTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings => new() { ["TTS_BROKER_OPERATOR"] = farm.Uris.Operator };

    [Fact]
    public async Task List_ThenShow_TellWhatIsThereAndTheTextOnlyIfAsked()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayAsync("a", "store_failed", body: LetterDesk.Job("a", "秘密"), cancellation: Cancellation);
        await desk.LayAsync("b", "malformed", body: "oops", cancellation: Cancellation);

        var list = await RunAsync("dlq", "list", "--json");
        var show = await RunAsync("dlq", "show", "--json", "--reason", "store_failed");
        var table = await RunAsync("dlq", "show");
        var withText = await RunAsync("dlq", "show", "--id", "a", "--text");

        Parse(list.Output)[0].EnumerateArray().Select(group => (group.GetProperty("reason").GetString(), group.GetProperty("letters").GetInt32()))
            .ShouldBe([("malformed", 1), ("store_failed", 1)]);
        Parse(show.Output).ShouldHaveSingleItem().GetProperty("host").GetString().ShouldBe("host-1");
        table.Output.ShouldContain("store_failed");
        (show.Output + table.Output).ShouldNotContain("秘密");
        withText.Output.ShouldContain("秘密");
        (await desk.LookAsync(Cancellation)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Replay_Json_SumsUp()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3, Cancellation);

        var run = await RunAsync("dlq", "replay", "--json", "--id", "job-1", "--set", "text=更好");

        run.ExitCode.ShouldBe(0);
        var report = Parse(run.Output).ShouldHaveSingleItem();
        (report.GetProperty("looked_at").GetInt32(), report.GetProperty("replayed").GetInt32(), report.GetProperty("skipped").GetInt32(), report.GetProperty("failed").GetInt32())
            .ShouldBe((3, 1, 2, 0));
        var job = (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).ShouldHaveSingleItem();
        (job.Job!.Text, job.Headers.ReplayBatch).ShouldBe(("更好", report.GetProperty("batch").GetString()));
    }

    [Fact]
    public async Task Replay_CtrlC_SaysWhatWasDoneAndExitsWith130()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(50, Cancellation);
        await using var replay = TtsProcess.Start(Settings, "dlq", "replay", "--rate", "0.1");
        await desk.UntilAsync(Queues.Jobs, 1, Cancellation);

        replay.Interrupt();

        var end = await replay.EndAsync(Cancellation);
        end.ExitCode.ShouldBe(130);
        end.Output.ShouldContain("1 replayed");
        await desk.UntilAsync(Queues.Dead, 49, Cancellation);
    }

    [Fact]
    public async Task Replay_QueueOfJobsFull_SaysSoAndExitsWith1()
    {
        // More than what is in flight at once: a quorum queue takes that much beyond its limit before it says no.
        const int Many = 600;
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(Many, Cancellation);
        await desk.LimitJobsAsync(1, Cancellation);
        try
        {
            var run = await RunAsync("dlq", "replay");

            run.ExitCode.ShouldBe(1);
            run.Error.ShouldContain("full");
            var replayed = await desk.CountAsync(Queues.Jobs, Cancellation);
            await desk.UntilAsync(Queues.Dead, Many - replayed, Cancellation);
        }
        finally
        {
            await desk.UnlimitJobsAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Purge_WithoutYes_NamesHowManyAndExitsWith2()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3, Cancellation);

        var asked = await RunAsync("dlq", "purge", "--all");
        var stillThere = await desk.LookAsync(Cancellation);
        var done = await RunAsync("dlq", "purge", "--all", "--yes");

        asked.ExitCode.ShouldBe(2);
        asked.Error.ShouldContain("3 of 3");
        stillThere.Count.ShouldBe(3);
        done.ExitCode.ShouldBe(0);
        await desk.UntilAsync(Queues.Dead, 0, Cancellation);
    }

    [Fact]
    public async Task ExportAndImport_Round_BringsTheJobsBack()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(2, Cancellation);
        var folder = Directory.CreateTempSubdirectory("tts-letters-").FullName;
        try
        {
            var file = Path.Combine(folder, "letters.jsonl");
            var export = await RunAsync("dlq", "export", file, "--remove");
            var again = await RunAsync("dlq", "export", file);
            var import = await RunAsync("dlq", "import", file);

            (export.ExitCode, again.ExitCode, import.ExitCode).ShouldBe((0, 1, 0));
            (await desk.TakeAllAsync(Queues.Jobs, Cancellation)).Select(job => job.Id).ShouldBe(["job-0", "job-1"], ignoreOrder: true);
            await desk.UntilAsync(Queues.Dead, 0, Cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Unrouted_ListAndExport_ShowResultsNobodyBoundFor()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        foreach (var (suffix, id) in ((string, string)[])[("lost", "a"), ("lost", "b"), ("other", "c")])
            await desk.LayResultAsync(suffix, id, Cancellation);
        await desk.UntilAsync(Queues.Unrouted, 3, Cancellation);
        var folder = Directory.CreateTempSubdirectory("tts-letters-").FullName;
        try
        {
            var list = await RunAsync("unrouted", "list", "--json");
            var export = await RunAsync("unrouted", "export", Path.Combine(folder, "results.jsonl"), "--id", "b");

            Parse(list.Output)[0].EnumerateArray().Select(group => (group.GetProperty("route").GetString(), group.GetProperty("letters").GetInt32()))
                .ShouldBe([("done.lost", 2), ("done.other", 1)]);
            export.ExitCode.ShouldBe(0);
            var line = Parse(await File.ReadAllTextAsync(Path.Combine(folder, "results.jsonl"), Cancellation)).ShouldHaveSingleItem();
            (line.GetProperty("id").GetString(), line.GetProperty("route").GetString()).ShouldBe(("b", "done.lost"));
            await desk.UntilAsync(Queues.Unrouted, 3, Cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<JsonElement> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) =>
        TtsProcess.RunAsync(Settings, "", Cancellation, args);
}
