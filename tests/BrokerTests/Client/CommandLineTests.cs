using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>The <c>tts</c> commands that speak with a broker, as processes: what they print and what they exit with.</summary>
public sealed class CommandLineTests(FarmVhost farm, BrokerFixture broker) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings => new()
    {
        ["TTS_BROKER_PRODUCER"] = farm.Uris.Producer,
        ["TTS_BROKER_MONITOR"] = farm.Uris.Monitor,
        ["TTS_BROKER_ADMIN"] = broker.Management.AbsoluteUri,
    };

    [Fact]
    public async Task Publish_ThenResults_GoThroughADurableQueue()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job), Answerer.Done(job)]);

        var published = await RunAsync(Lines(20), "publish", "--queue", "shell-1");
        var results = await RunAsync("", "results", "--queue", "shell-1", "--count", "20", "--timeout", "60");

        published.ExitCode.ShouldBe(0);
        Parse(published.Output).ShouldAllBe(line => line.GetProperty("outcome").GetString() == "confirmed");
        results.ExitCode.ShouldBe(0);
        Ids(results.Output).ShouldBe(Enumerable.Range(0, 20).Select(n => $"job-{n}"), ignoreOrder: true);
    }

    [Fact]
    public async Task Results_Count_LeavesTheRestInTheQueue()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);
        await RunAsync(Lines(5), "publish", "--queue", "shell-2");

        var first = await RunAsync("", "results", "--queue", "shell-2", "--count", "2", "--timeout", "60");
        var second = await RunAsync("", "results", "--queue", "shell-2", "--count", "3", "--timeout", "60");
        var third = await RunAsync("", "results", "--queue", "shell-2", "--count", "1", "--timeout", "0");

        Ids(first.Output).Concat(Ids(second.Output)).ShouldBe(Enumerable.Range(0, 5).Select(n => $"job-{n}"), ignoreOrder: true);
        third.ExitCode.ShouldBe(1);
        third.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_Suffix_HearsWhatAnotherShellPublishes()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Failed(job)]);
        await using var listener = TtsProcess.Start(Settings, "results", "--suffix", "shell-3", "--count", "1");
        await listener.UntilAsync("listening", Cancellation);

        await RunAsync(Lines(1), "publish", "--reply-to", "shell-3");

        var heard = await listener.EndAsync(Cancellation);
        heard.ExitCode.ShouldBe(0);
        Parse(heard.Output).ShouldHaveSingleItem().GetProperty("error").GetProperty("code").GetString().ShouldBe("synthesis_failed");
    }

    [Fact]
    public async Task Publish_BrokenLineAmongGoodOnes_SaysWhichAndExitsWith1()
    {
        var run = await RunAsync("{\"id\":\"good\",\"text\":\"好\"}\n{\"id\":\"bad\",\"txt\":\"好\"}\n", "publish");

        run.ExitCode.ShouldBe(1);
        var bad = Parse(run.Output).Single(line => line.GetProperty("id").GetString() == "bad");
        bad.GetProperty("outcome").GetString().ShouldBe("invalid");
        bad.GetProperty("code").GetString().ShouldBe("malformed");
        bad.GetProperty("line").GetInt32().ShouldBe(2);
        run.Error.ShouldContain("1 confirmed, 1 not");
    }

    [Fact]
    public async Task Results_CtrlC_ExitsWith130()
    {
        await using var listener = TtsProcess.Start(Settings, "results", "--suffix", "shell-4");
        await listener.UntilAsync("listening", Cancellation);

        listener.Interrupt();

        var end = await listener.EndAsync(Cancellation);
        end.ExitCode.ShouldBe(130);
        end.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_QueueGone_NamesItAndExitsWith3()
    {
        (await RunAsync("", "check")).ExitCode.ShouldBe(0);
        // One that the producer may look at on every broker: from 4.2 on that takes a right to it.
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Jobs}", Cancellation);
        try
        {
            var check = await RunAsync("", "check");
            var publish = await RunAsync(Lines(1), "publish");

            check.ExitCode.ShouldBe(3);
            check.Error.ShouldContain($"queue {Queues.Jobs}");
            publish.ExitCode.ShouldBe(3);
            publish.Error.ShouldContain("tts provision");
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Doctor_BindingGone_SaysWhatToDoAndExitsWith1()
    {
        (await RunAsync("", "doctor", "--time-scale", $"{FarmVhost.TimeScale}")).ExitCode.ShouldBe(0);
        await farm.Admin.DeleteAsync($"bindings/{farm.Name}/e/{Exchanges.Jobs}/q/{Queues.Jobs}/{RoutingKeys.Speak}", Cancellation);
        try
        {
            var run = await RunAsync("", "doctor", "--time-scale", $"{FarmVhost.TimeScale}", "--json");

            run.ExitCode.ShouldBe(1);
            var finding = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
            finding.GetProperty("kind").GetString().ShouldBe("missing");
            finding.GetProperty("subject").GetString()!.ShouldContain(Queues.Jobs);
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Doctor_NoManagement_ExitsWith3()
    {
        var run = await TtsProcess.RunAsync(
            new Dictionary<string, string>(Settings) { ["TTS_BROKER_ADMIN"] = "http://admin:secret@127.0.0.1:1" }, "", Cancellation, "doctor");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("TTS_BROKER_ADMIN");
    }

    private static string Lines(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(n => $"{{\"id\":\"job-{n}\",\"text\":\"第{n}个\"}}\n"));

    private static List<JsonElement> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static List<string> Ids(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, ContractJson.Result)!.Id)];

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string input, params string[] args) =>
        TtsProcess.RunAsync(Settings, input, Cancellation, args);
}
