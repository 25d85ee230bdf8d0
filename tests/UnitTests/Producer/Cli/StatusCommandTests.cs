using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shouldly;
using TtsConsumers.Consumer.Health;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class StatusCommandTests : IDisposable
{
    private static readonly JsonSerializerOptions AsTheHost = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string address = $"http://127.0.0.1:{FreePort()}";
    private readonly HttpListener host = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"tts-hosts-{Path.GetRandomFileName()}");

    public StatusCommandTests()
    {
        host.Prefixes.Add(address + "/");
        host.Start();
    }

    public void Dispose()
    {
        host.Close();
        File.Delete(file);
    }

    [Fact]
    public async Task Status_HostThatAnswers_ShowsWhatItIsDoing()
    {
        var answering = AnswerAsync();

        var run = await RunAsync(address, "status");

        await answering;
        run.ExitCode.ShouldBe(0);
        foreach (var word in (string[])["host-1", "consuming", "speaking:job-7", "idle", "12", "55.2"])
            run.Output.ShouldContain(word);
        run.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Status_OneOfTwoAnswers_ShowsBoth()
    {
        var answering = AnswerAsync();

        var run = await RunAsync($"http://127.0.0.1:1,{address}", "status", "--json");

        await answering;
        run.ExitCode.ShouldBe(0);
        var views = JsonDocument.Parse(run.Output).RootElement;
        views[0].TryGetProperty("stats", out _).ShouldBeFalse();
        views[1].GetProperty("stats").GetProperty("done").GetInt64().ShouldBe(12);
    }

    [Fact]
    public async Task Status_AddressesInAFile_AreRead()
    {
        await File.WriteAllTextAsync(file, $"{address}\n", TestContext.Current.CancellationToken);
        var answering = AnswerAsync();

        var run = await RunAsync($"@{file}", "status");

        await answering;
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Status_NobodyAnswers_ExitsWith3()
    {
        var run = await RunAsync("http://127.0.0.1:1", "status");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("does not answer");
    }

    [Fact]
    public async Task Status_Watch_PrintsALineForEachChangeUntilCtrlC()
    {
        using var ctrlC = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = CommandLineRun.RunAsync(Settings(address), TextReader.Null, ctrlC.Token, "status", "--watch");
        await AnswerAsync(done: 12);
        await AnswerAsync(done: 12);
        await AnswerAsync(done: 13);
        // Asked once more: the third answer has been printed.
        await host.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await ctrlC.CancelAsync();

        var run = await running;
        run.ExitCode.ShouldBe(130);
        run.Output.TrimEnd().Split('\n').Select(line => line.Contains("13 done")).ShouldBe([false, true]);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Dictionary<string, string?> Settings(string hosts) => new() { ["HOSTS"] = hosts };

    private static Task<CommandLineRun> RunAsync(string hosts, params string[] args) => CommandLineRun.RunAsync(Settings(hosts), args);

    /// <summary>Answers once, with the report a host makes.</summary>
    private async Task AnswerAsync(long done = 12)
    {
        LaneReport[] lanes = [new(1, 1, "speaking", "job-7"), new(2, 1, "idle", null)];
        var report = new HostReport("host-1", true, IntakeState.Consuming, lanes, done, 1, 2, 0, 1, 55.2, 12.3);
        var context = await host.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        context.Request.RawUrl.ShouldBe(HealthEndpoints.Stats);
        await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(report, AsTheHost), TestContext.Current.CancellationToken);
        context.Response.Close();
    }
}
