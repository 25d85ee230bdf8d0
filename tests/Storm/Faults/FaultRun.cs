using System.Collections.Concurrent;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.View;
using TtsConsumers.Tests.Storm.Watch;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Makes the faults of a plan at their offsets, each beside the others, and counts those that hit somebody.</summary>
/// <param name="faults">Makes them.</param>
/// <param name="clock">The storm's clock.</param>
/// <param name="recovery">Told of beginnings and ends.</param>
/// <param name="view">Where they are shown.</param>
internal sealed class FaultRun(StormFaults faults, StormClock clock, RecoveryClock recovery, IStormView view)
{
    private readonly ConcurrentDictionary<FaultKind, int> made = new();
    private readonly ConcurrentDictionary<PlannedFault, bool> now = new();

    /// <summary>How many were made of each kind.</summary>
    public IReadOnlyDictionary<FaultKind, int> Made => made;

    /// <summary>What goes on just now.</summary>
    public string Now => string.Join(", ", now.Keys.Select(fault => FaultWords.Of(fault.Kind)));

    /// <summary>Makes all of them; those that have begun are over when it returns.</summary>
    /// <param name="plan">In the order of their offsets.</param>
    /// <param name="stop">No more of them, and those that go on end early.</param>
    public async Task RunAsync(IEnumerable<PlannedFault> plan, CancellationToken stop)
    {
        List<Task> going = [];
        foreach (var fault in plan)
        {
            await clock.UntilAsync(fault.At, stop);
            if (stop.IsCancellationRequested)
                break;
            going.Add(MakeAsync(fault, stop));
        }
        await Task.WhenAll(going);
    }

    private async Task MakeAsync(PlannedFault fault, CancellationToken stop)
    {
        recovery.Begin(clock.Now);
        now[fault] = true;
        try
        {
            var whom = await faults.MakeAsync(fault, stop);
            if (whom is not null)
                made.AddOrUpdate(fault.Kind, 1, (_, count) => count + 1);
            view.Tell($"{fault.At:mm\\:ss\\.f} {FaultWords.Of(fault.Kind)}: {whom ?? "nobody there to be hit"}{(fault.Lasts > TimeSpan.Zero ? $" ({fault.Lasts.TotalSeconds:0.0} s)" : "")}");
        }
        finally
        {
            now.TryRemove(fault, out _);
            recovery.End(fault.Kind, clock.Now);
        }
    }
}
