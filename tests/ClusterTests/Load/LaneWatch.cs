using System.Diagnostics;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>
/// Watches every lane of every host at work, and notes when one was seen with no new job for a while. Jobs take milliseconds and the queue is never
/// empty, so such a silence is a fault's.
/// </summary>
internal sealed class LaneWatch(IReadOnlyDictionary<string, HostProcess> hosts, int lanes) : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Job, long At)> lastSeen = [];
    private readonly List<(string Lane, long From, long To)> silences = [];
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => running = RunAsync();

    /// <summary>Whether every lane has been seen with a new job a moment ago.</summary>
    public bool AllAtWork
    {
        get
        {
            lock (gate)
                return lastSeen.Count == lanes && lastSeen.Values.All(seen => Stopwatch.GetElapsedTime(seen.At) < Silence);
        }
    }

    /// <summary>For each lane that fell silent between two moments, how long after the first it had work again for good.</summary>
    /// <param name="from">A <see cref="Stopwatch"/> timestamp; a silence that ends after it counts, whenever it began.</param>
    /// <param name="to">A silence that begins after it is another's.</param>
    public IReadOnlyList<TimeSpan> Recoveries(long from, long to)
    {
        lock (gate)
        {
            return [.. silences.Where(silence => silence.To > from && silence.From < to)
                .GroupBy(silence => silence.Lane, silence => Stopwatch.GetElapsedTime(from, silence.To)).Select(ends => ends.Max())];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var step = new PeriodicTimer(Step);
        try
        {
            while (await step.WaitForNextTickAsync(stopping.Token))
            {
                foreach (var (name, host) in hosts)
                    await LookAsync(name, host);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
    }

    private async Task LookAsync(string name, HostProcess host)
    {
        if (await host.StatsAsync(stopping.Token) is not { } stats)
            return;
        foreach (var lane in stats.GetProperty("lanes").EnumerateArray())
        {
            if (lane.GetProperty("job").GetString() is { } job)
                See($"{name}/{lane.GetProperty("lane").GetInt32()}", job);
        }
    }

    private void See(string lane, string job)
    {
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            if (lastSeen.TryGetValue(lane, out var before) && before.Job == job)
                return;
            lastSeen[lane] = (job, now);
            if (before.Job is not null && Stopwatch.GetElapsedTime(before.At, now) > Silence)
                silences.Add((lane, before.At, now));
        }
    }
}
