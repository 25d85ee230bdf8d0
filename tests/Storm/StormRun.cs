using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Faults;
using TtsConsumers.Tests.Storm.Ledger;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.Traffic;
using TtsConsumers.Tests.Storm.View;
using TtsConsumers.Tests.Storm.Watch;

namespace TtsConsumers.Tests.Storm;

/// <summary>
/// One storm: a farm is started and warmed up; jobs flow while faults are made; then all faults end, everything gets time to end, and a burst shows that the
/// farm is as good as before. What was confirmed is compared with what came back.
/// </summary>
public sealed class StormRun : IAsyncDisposable
{
    private const int BurstJobs = 200;

    private static readonly TimeSpan BurstPatience = TimeSpan.FromSeconds(120);

    /// <summary>Five tries of a job on which the model hangs, its waits, and turns of the quarantine.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly StormOptions options;
    private readonly StormFarm farm;
    private readonly IStormView view;
    private readonly ResultTap results;
    private readonly StormSender sender;
    private readonly QueueEnds queues;
    private readonly RecoveryClock recovery = new();
    private readonly List<string> breaches = [];

    private StormRun(StormOptions options, StormFarm farm, IStormView view)
    {
        (this.options, this.farm, this.view) = (options, farm, view);
        results = new ResultTap(farm.Uris.Producer);
        sender = new StormSender(StormFarm.Through(farm.SenderProxy, farm.Uris.Producer), results);
        queues = new QueueEnds(farm);
    }

    /// <summary>Runs one from its beginning to its end.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="view">Where it is watched.</param>
    /// <param name="leave">When it completes, everything is ended at once, without a ledger.</param>
    /// <param name="stop">Calls the storm off; the ledger is drawn all the same.</param>
    /// <returns><see langword="null"/> where it was left.</returns>
    /// <exception cref="StormException">Something needed is missing.</exception>
    public static async Task<StormReport?> RunAsync(StormOptions options, IStormView view, Task leave, CancellationToken stop)
    {
        view.Tell("Starting a broker, a store and hosts");
        await using var farm = await StormFarm.StartAsync(options);
        await using var run = new StormRun(options, farm, view);
        var running = run.RunAsync(stop);
        if (await Task.WhenAny(running, leave) == leave)
            return null;
        if (options.KeepsLogs || !running.IsCompletedSuccessfully || (await running).Breaches.Count > 0)
            view.Tell($"The logs are kept in {farm.KeepLogs()}");
        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        await sender.DisposeAsync();
        await results.DisposeAsync();
    }

    private async Task<StormReport> RunAsync(CancellationToken stop)
    {
        await results.Bound.WaitAsync(BurstPatience, CancellationToken.None);
        await WholeAsync(stop);
        var before = await BurstAsync(stop);
        var start = FarmFootprint.Of(farm);
        var clock = new StormClock();
        var faults = await StormAsync(clock, stop);
        var (seconds, silence) = (clock.Now.TotalSeconds, results.LongestSilence);
        farm.Heal();
        var finished = await EndedAsync(stop);
        var after = await BurstAsync(stop);
        await EndedAsync(stop);
        var end = FarmFootprint.Of(farm);
        await CloseAsync();
        return await ReportAsync(stop.IsCancellationRequested, finished, seconds, silence, faults, new Rates(before, after), start, end);
    }

    /// <summary>Jobs flow and faults are made.</summary>
    /// <returns>How many were made of each kind.</returns>
    private async Task<IReadOnlyDictionary<FaultKind, int>> StormAsync(StormClock clock, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var watched = new CancellationTokenSource();
        using var faults = new StormFaults(farm, sender);
        var run = new FaultRun(faults, clock, recovery, view);
        results.BeginListening();
        var flowing = sender.FlowAsync(over.Token);
        var watching = WatchAsync(clock, run, watched.Token);
        await run.RunAsync(FaultPlan.Of(options.Seed, options.Duration), stop);
        await clock.UntilAsync(options.Duration, stop);
        await over.CancelAsync();
        farm.Heal();
        await flowing;
        await WholeAsync(stop);
        await watched.CancelAsync();
        await watching;
        return run.Made;
    }

    private async Task WatchAsync(StormClock clock, FaultRun run, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var ready = await ReadyAsync();
            recovery.Look(ready == farm.Hosts.Count, clock.Now);
            view.Show($"{clock.Now:mm\\:ss} of {options.Duration:mm\\:ss}  {run.Made.Values.Sum()} faults  {ready} of {farm.Hosts.Count} hosts ready  "
                + $"{sender.Confirmed} confirmed  {results.Answered} answered{(run.Now is { Length: > 0 } now ? $"  now: {now}" : "")}");
            await Task.Delay(Look, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> ReadyAsync() =>
        (await Task.WhenAll(farm.Hosts.Select(host => host.LookAsync(CancellationToken.None)))).Count(look => look.Ready);

    /// <summary>Waits until all hosts are ready.</summary>
    private Task<bool> WholeAsync(CancellationToken stop) =>
        UntilAsync(async () => await ReadyAsync() == farm.Hosts.Count, BurstPatience, "the hosts are not all ready", stop);

    /// <summary>Sends jobs as fast as they are taken, and waits until they are answered.</summary>
    /// <returns>Jobs a second.</returns>
    private async Task<double> BurstAsync(CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return 0;
        var clock = new StormClock();
        await sender.BurstAsync(BurstJobs);
        await UntilAsync(() => Task.FromResult(sender.Open == 0), BurstPatience, $"{BurstJobs} jobs on a healthy farm are not all answered", stop);
        var rate = BurstJobs / clock.Now.TotalSeconds;
        view.Tell($"A healthy farm speaks {rate:0} jobs a second");
        return rate;
    }

    /// <summary>Waits until every job has ended.</summary>
    /// <returns>Whether they have.</returns>
    private Task<bool> EndedAsync(CancellationToken stop) => UntilAsync(
        async () =>
        {
            var (open, waiting) = (sender.Open, await queues.WaitingAsync());
            view.Show($"The storm is over: {open} jobs to be answered, {waiting} messages on their way, {await ReadyAsync()} of {farm.Hosts.Count} hosts ready");
            return open == 0 && waiting == 0;
        },
        EndPatience,
        "not every job has ended",
        stop);

    /// <summary>Hosts drain; then the last results are collected.</summary>
    private async Task CloseAsync()
    {
        view.Tell("Stopping the hosts");
        await Task.WhenAll(farm.Hosts.Select(host => host.EndAsync()));
        var answered = -1;
        await UntilAsync(
            async () =>
            {
                var (before, now) = (answered, answered = results.All.Count);
                return before == now && await queues.WaitingAsync(Queues.ReplyPrefix + StormJob.ReplyTo) == 0;
            },
            BurstPatience,
            "results are left in their queue",
            CancellationToken.None);
    }

    private async Task<StormReport> ReportAsync(
        bool interrupted, bool finished, double seconds, TimeSpan silence, IReadOnlyDictionary<FaultKind, int> faults, Rates rates,
        FarmFootprint start, FarmFootprint end)
    {
        HostEnd[] ends = [.. farm.Hosts.SelectMany(host => host.Ends)];
        var books = new Books(
            sender.Sent, results.All, await queues.TakeAllAsync(), faults.Values.Sum() + ends.Count(one => one.IsByJob),
            farm.Hosts.Count * StormFarm.LanesOfAHost, Finished: finished && !interrupted);
        var ledger = StormLedger.Of(books);
        view.Tell($"Looking at the audio of {ledger.Done} jobs");
        using var proof = new AudioProof(farm);
        var audioFaults = await proof.FaultsAsync(ledger.LastWords(), sender.Jobs);
        return new StormReport
        {
            Seed = options.Seed,
            Hosts = options.Hosts,
            Seconds = Math.Round(seconds, 1),
            Interrupted = interrupted,
            Confirmed = ledger.Confirmed,
            Unknown = ledger.Unknown,
            Refused = ledger.Refused,
            Repeated = ledger.Repeated,
            Lost = ledger.Lost.Count,
            Waiting = ledger.Waiting,
            Duplicated = ledger.Duplicated,
            MostDuplicated = books.MostRepeats,
            Recovered = ledger.Recovered,
            Done = ledger.Done,
            Failed = ledger.Failed,
            Innocents = ledger.Innocents,
            Dead = ledger.Dead,
            Faults = faults,
            Recovery = recovery.Longest.ToDictionary(one => one.Key, one => Math.Round(one.Value.TotalSeconds, 1)),
            LongestSilence = Math.Round(silence.TotalSeconds, 1),
            HostEnds = StormReport.Count(ends),
            Rate = rates,
            Start = start,
            End = end,
            Breaches = [.. breaches, .. sender.Faults, .. ledger.Breaches, .. audioFaults, .. ends.Select(one => one.Fault).OfType<string>()],
        };
    }

    /// <summary>Waits until something is so; that it does not become so is a breach.</summary>
    /// <returns>Whether it is so; <see langword="false"/> also where the storm is called off.</returns>
    private async Task<bool> UntilAsync(Func<Task<bool>> asked, TimeSpan patience, string otherwise, CancellationToken stop)
    {
        var clock = new StormClock();
        while (!stop.IsCancellationRequested)
        {
            if (await IsSoAsync(asked))
                return true;
            if (clock.Now > patience)
            {
                breaches.Add($"{otherwise} after {patience.TotalSeconds:0} s");
                return false;
            }
            await Task.Delay(Look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return false;
    }

    private static async Task<bool> IsSoAsync(Func<Task<bool>> asked)
    {
        try
        {
            return await asked();
        }
        catch (Exception error) when (BrokerFaults.IsLoss(error) || error is ManagementApiException)
        {
            // The broker is only just back.
            return false;
        }
    }
}
