using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Spectre.Console;
using TtsConsumers.Tests.Storm;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.View;

const int Broken = 1;
const int NotReady = 3;
const int Interrupted = 130;

// The first signal calls the storm off and still has its ledger; who sends a second one does not want to wait.
using var stop = new CancellationTokenSource();
var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    if (stop.IsCancellationRequested)
        leave.TrySetResult();
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);

var minutes = new Option<double>("--minutes") { Description = "How long faults are made.", DefaultValueFactory = _ => 5 };
var seed = new Option<int>("--seed") { Description = "The same seed makes the same faults at the same offsets. Drawn where it is not given.", DefaultValueFactory = _ => Random.Shared.Next(1, 100_000) };
var hosts = new Option<int>("--hosts") { Description = "How many hosts.", DefaultValueFactory = _ => 3 };
var json = new Option<bool>("--json") { Description = "Print the ledger as one line of JSON, and everything else on standard error." };
var keepLogs = new Option<bool>("--keep-logs") { Description = "Keep the logs of hosts and broker also where no promise was broken." };
var dryRun = new Option<bool>("--dry-run") { Description = "Print the planned faults, and make none." };
Check(minutes, 1440, "--minutes takes a number above 0, at most 1440");
Check(hosts, 32, "--hosts takes a number from 1 to 32");

var command = new RootCommand("Makes a storm over a farm of its own, and draws the ledger of it.") { minutes, seed, hosts, json, keepLogs, dryRun };
command.SetAction(line => RunAsync(
    new StormOptions(TimeSpan.FromMinutes(line.GetValue(minutes)), line.GetValue(seed), line.GetValue(hosts), line.GetValue(keepLogs)),
    line.GetValue(json),
    line.GetValue(dryRun)));
var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync($"chaos: {parsed.Errors[0].Message}");
    return 2;
}
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

async Task<int> RunAsync(StormOptions options, bool asJson, bool isDry)
{
    if (isDry)
    {
        foreach (var fault in FaultPlan.Of(options.Seed, options.Duration))
            Console.WriteLine($"{fault.At.TotalSeconds,6:0.0} s  {FaultWords.Of(fault.Kind),-18} lasts {fault.Lasts.TotalSeconds,4:0.0} s  where {fault.Where:0.000}  how {fault.How:0.000}");
        return 0;
    }
    try
    {
        if (await WatchedAsync(options, asJson) is not { } report)
            return Interrupted;
        if (asJson)
            Console.WriteLine(report.ToJson());
        else
            ReportTable.Write(Screen(), report);
        return report.Breaches.Count > 0 ? Broken : report.Interrupted ? Interrupted : 0;
    }
    catch (Exception error) when (error is StormException or InvalidOperationException { Source: "TtsConsumers.Tests.Kit" })
    {
        await Console.Error.WriteLineAsync($"chaos: {error.Message}");
        return NotReady;
    }
}

Task<StormReport?> WatchedAsync(StormOptions options, bool asJson)
{
    if (asJson || Console.IsOutputRedirected)
    {
        var lines = new LinesView((asJson ? Console.Error : Console.Out).WriteLine);
        return StormRun.RunAsync(options, lines, leave.Task, stop.Token);
    }
    var screen = Screen();
    return screen.Status().StartAsync("…", live => StormRun.RunAsync(options, new TerminalView(screen, live), leave.Task, stop.Token));
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

// What is no number at all has an error of its own by then.
static void Check<T>(Option<T> option, T most, string otherwise)
    where T : INumber<T>, IParsable<T> => option.Validators.Add(given =>
{
    if (given.Tokens.Any(token => T.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && (number <= T.Zero || number > most)))
        given.AddError(otherwise);
});
