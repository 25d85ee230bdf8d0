using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TtsConsumers.Producer.Cli.Hosts;

namespace TtsConsumers.Producer.Cli.Planning;

/// <summary><c>tts plan</c>: how many instances, hosts and GPUs a load needs, from what hosts have measured.</summary>
internal sealed class PlanCommand : TtsCommand
{
    private const double UsualBusy = 0.98;
    private const double UsualLoad = 0.7;
    private const double UsualCharactersPerJob = 40;
    private const double Most = 1e12;

    private readonly CliContext context;
    private readonly Option<double?> load = RangeOption.Of("--chars-per-hour", 1.0, Most, "The load, in characters.", "N");
    private readonly Option<double?> pace = RangeOption.Of(
        "--pace", 1e-3, 1e9, "Characters that one instance speaks in a second inside the model; if not given, what the hosts of TTS_HOSTS have measured, or where that is not set what ours did.", "N");
    private readonly Option<double?> busy = RangeOption.Of(
        "--busy", 0.01, 1.0, Usual("The share of the time an instance is inside the model while jobs wait", UsualBusy), "0.01-1");
    private readonly Option<double?> fullness = RangeOption.Of("--load", 0.01, 1.0, Usual("How full instances may be in the mean", UsualLoad), "0.01-1");
    private readonly Option<int?> perHost = RangeOption.Of("--instances-per-host", 1, 64, "Instances of a host; if not given, as measured, else 1.");
    private readonly Option<double?> perJob = RangeOption.Of(
        "--chars-per-job", 1.0, 10_000.0, Say($"Characters of a job; if not given, as measured, else {UsualCharactersPerJob}."));
    private readonly Option<double?> burst = RangeOption.Of("--burst", 0.0, Most, "Characters that come at once, on top of the load.", "N");
    private readonly Option<double?> drain = RangeOption.Of("--drain-minutes", 0.1, 1e5, "Within how many minutes a burst has to be spoken.", "MINUTES");
    private readonly Option<double?> gpuPace = RangeOption.Of(
        "--gpu-pace", 1e-3, 1e9, "Characters that one GPU speaks in a second with all its instances; then GPUs are planned too.", "N");
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    public PlanCommand(CliContext context)
        : base(
            "plan",
            "Plans a farm for a load from measured figures: instances, hosts and GPUs needed, and what a burst does. Prints the formula with its numbers.",
            "tts plan --chars-per-hour 500000",
            "tts plan --chars-per-hour 500000 --burst 100000 --drain-minutes 10 --instances-per-host 4",
            "tts plan --chars-per-hour 500000 --pace 5 --json | jq .hosts")
    {
        this.context = context;
        foreach (var option in (Option[])[load, pace, busy, fullness, perHost, perJob, burst, drain, gpuPace, json])
            Options.Add(option);
        load.Required = true;
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var (measured, from) = line.GetValue(pace) is null ? await MeasureAsync(cancellation) : (null, PlanInput.Given);
        var plan = CapacityPlan.Of(new PlanInput(
            line.GetValue(load)!.Value,
            line.GetValue(pace) ?? measured!.Pace,
            line.GetValue(busy) ?? UsualBusy,
            line.GetValue(fullness) ?? UsualLoad,
            line.GetValue(perHost) ?? measured?.InstancesPerHost ?? 1,
            line.GetValue(perJob) ?? measured?.CharactersPerJob ?? UsualCharactersPerJob,
            line.GetValue(burst) ?? 0,
            line.GetValue(drain),
            line.GetValue(gpuPace),
            from));
        var text = line.GetValue(json) ? JsonSerializer.Serialize(plan, CliJson.Line.CapacityPlan) : string.Join('\n', Words(plan, measured));
        await context.Terminal.Output.WriteLineAsync(text.AsMemory(), cancellation);
        return ExitCodes.Ok;
    }

    private async Task<(MeasuredPace? Measured, string From)> MeasureAsync(CancellationToken cancellation)
    {
        if (!context.Settings.KnowsHosts)
            return (MeasuredPace.Ours, PlanInput.Ours);
        using var hosts = new HostWatch(context.Settings.Hosts);
        return (MeasuredPace.Of(await hosts.AskAsync(cancellation)), PlanInput.Hosts);
    }

    private static IEnumerable<string> Words(CapacityPlan plan, MeasuredPace? measured)
    {
        var input = plan.Input;
        yield return Say($"load       {input.CharactersPerHour:0} characters/h ÷ 3600 = {plan.CharactersPerSecond:0.##} characters/s");
        yield return Say($"pace       {input.Pace:0.##} characters/s of one instance inside the model ")
            + input.PaceFrom switch
            {
                PlanInput.Hosts => Say($"(measured over {measured!.BusySeconds:0} s by the hosts that run)"),
                PlanInput.Ours => "(ours, on one core of an AMD EPYC; for yours let a farm speak and set TTS_HOSTS, as ./farm tts does, or give --pace)",
                _ => "(given)",
            };
        yield return Say($"capacity   {input.Pace:0.##} × {input.Busy:0.##} busy = {plan.InstanceCapacity:0.##} characters/s of one instance while jobs wait");
        yield return Say($"instances  ⌈{plan.CharactersPerSecond:0.##} ÷ ({plan.InstanceCapacity:0.##} × {input.Load:0.##} full)⌉")
            + (input.DrainMinutes is { } minutes
                ? Say($", and ⌈({plan.CharactersPerSecond:0.##} + {input.Burst:0} ÷ {minutes * 60:0} s) ÷ {plan.InstanceCapacity:0.##}⌉ for the burst")
                : "")
            + Say($" = {plan.Instances}, {plan.Utilisation * 100:0} % full");
        yield return Say($"hosts      ⌈{plan.Instances} ÷ {input.InstancesPerHost} instances a host⌉ = {plan.Hosts}");
        yield return plan.Gpus is { } gpus
            ? Say($"GPUs       the same with {input.GpuPace:0.##} characters/s of one GPU = {gpus}")
            : "GPUs       not planned: give --gpu-pace, what one GPU speaks in a second with all its instances";
        if (input.Burst > 0)
        {
            yield return Say($"burst      {input.Burst:0} characters ÷ {input.CharactersPerJob:0.#} a job = {plan.QueueDepth} jobs wait; ")
                + Say($"spoken in {input.Burst:0} ÷ ({plan.Instances} × {plan.InstanceCapacity:0.##} − {plan.CharactersPerSecond:0.##}) = {plan.BurstSeconds:0} s");
        }
    }

    private static string Usual(string what, double value) => Say($"{what}; {value} if not given.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
