using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using RabbitMQ.Client.Exceptions;
using Spectre.Console;
using TtsConsumers.Bench;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.Kit;

const int Missed = 1;
const int NotReady = 3;
const int Interrupted = 130;

if (args is [BenchHost.Verb])
    return await BenchHost.RunAsync();

using var stop = new CancellationTokenSource();
void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);

var names = new Argument<string[]>("name") { Description = $"What is measured: {string.Join(", ", BenchRun.All.Select(one => one.Name))}. Without one, all but soak.", Arity = ArgumentArity.ZeroOrMore };
var json = new Option<string?>("--json") { Description = "Write the report as JSON to this file too; - prints it instead of the table." };
var svg = new Option<string?>("--svg") { Description = "Draw busy ratio and throughput into this file, where they were measured." };
var docs = new Option<bool>("--docs") { Description = "Put the table and the picture of this run into docs/PERFORMANCE.md." };
var rounds = new Option<int>("--rounds") { Description = "Rounds of each figure, 5 to 100.", DefaultValueFactory = _ => 5 };
var minutes = new Option<double>("--minutes") { Description = "How long soak lasts.", DefaultValueFactory = _ => 60 };
names.Validators.Add(given =>
{
    foreach (var token in given.Tokens.Where(token => BenchRun.All.All(one => one.Name != token.Value)))
        given.AddError($"there is no figure {token.Value}; there are: {string.Join(' ', BenchRun.All.Select(one => one.Name))}");
});
rounds.Validators.Add(given =>
{
    if (given.Tokens.Any(token => int.TryParse(token.Value, out var count) && count is < 5 or > 100))
        given.AddError("--rounds takes a number from 5 to 100");
});
minutes.Validators.Add(given =>
{
    if (given.Tokens.Any(token => double.TryParse(token.Value, out var count) && count is < 0.5 or > 1440))
        given.AddError("--minutes takes a number from 0.5 to 1440");
});

var command = new RootCommand("Measures the farm: minimum, median and maximum over rounds, and whether each goal is met.") { names, json, svg, docs, rounds, minutes };
command.SetAction(line => RunAsync(
    BenchRun.Chosen(line.GetValue(names)!), line.GetValue(rounds), TimeSpan.FromMinutes(line.GetValue(minutes)), line.GetValue(json), line.GetValue(svg), line.GetValue(docs)));
var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync($"bench: {parsed.Errors[0].Message}");
    return 2;
}
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

async Task<int> RunAsync(IReadOnlyList<TtsConsumers.Bench.Benchmarks.IBenchmark> chosen, int count, TimeSpan soak, string? jsonFile, string? svgFile, bool toDocs)
{
    try
    {
        var report = await BenchRun.RunAsync(chosen, count, soak, stop.Token);
        if (jsonFile == "-")
            Console.Write(report.ToJson());
        else
            ReportTable.Write(Screen(), report);
        if (jsonFile is not (null or "-"))
            await File.WriteAllTextAsync(jsonFile, report.ToJson());
        if (svgFile is not null && Picture.Of(report) is { } picture)
            await File.WriteAllTextAsync(svgFile, picture);
        if (toDocs)
            PerformancePage.Write(Path.Combine(Clone.Root, "docs"), report, TimeProvider.System.GetUtcNow());
        return report.IsMet ? 0 : Missed;
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        return Interrupted;
    }
    // What was measured can't be had, or went away: a device, the broker, a host.
    catch (Exception error) when (error is BenchException or ModelFileException or SynthesisFailedException or ValidationException or ManagementApiException
        or RabbitMQClientException or JobNotTakenException or InvalidOperationException or TimeoutException or IOException)
    {
        await Console.Error.WriteLineAsync($"bench: {error.Message}");
        return NotReady;
    }
}

// In a pipe no line is broken and none coloured.
static IAnsiConsole Screen()
{
    if (!Console.IsOutputRedirected)
        return AnsiConsole.Console;
    var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
    plain.Profile.Width = 1000;
    return plain;
}
