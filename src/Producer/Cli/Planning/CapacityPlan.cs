namespace TtsConsumers.Producer.Cli.Planning;

/// <summary>How large a farm has to be (docs/OPERATIONS.md has the formula).</summary>
/// <param name="Input">What was asked and measured.</param>
/// <param name="CharactersPerSecond">The load.</param>
/// <param name="Instances">Instances needed.</param>
/// <param name="Hosts">Hosts needed.</param>
/// <param name="Gpus">GPUs needed instead; absent where the pace of one was not given.</param>
/// <param name="Utilisation">How full the instances will be in the mean, 0 to 1.</param>
/// <param name="QueueDepth">Jobs that wait when the burst has come.</param>
/// <param name="BurstSeconds">How long the burst takes to be spoken, beside the load.</param>
internal sealed record CapacityPlan(
    PlanInput Input, double CharactersPerSecond, int Instances, int Hosts, int? Gpus, double Utilisation, long QueueDepth, double BurstSeconds)
{
    /// <summary>Characters a second that an instance really speaks while jobs wait.</summary>
    public double InstanceCapacity => Input.Pace * Input.Busy;

    /// <summary>Plans.</summary>
    public static CapacityPlan Of(PlanInput input)
    {
        var load = input.CharactersPerHour / 3600;
        var capacity = input.Pace * input.Busy;
        var instances = Units(input, load, capacity);
        return new CapacityPlan(
            input,
            load,
            instances,
            (instances + input.InstancesPerHost - 1) / input.InstancesPerHost,
            input.GpuPace is { } gpu ? Units(input, load, gpu * input.Busy) : null,
            load / (instances * capacity),
            (long)Math.Ceiling(input.Burst / input.CharactersPerJob),
            input.Burst / ((instances * capacity) - load));
    }

    /// <summary>Enough for the load at the wanted fullness, enough for the burst in its time, and more than the load in any case.</summary>
    private static int Units(PlanInput input, double load, double capacity)
    {
        var steady = Whole(load / (capacity * input.Load));
        var burst = input.DrainMinutes is { } minutes ? Whole((load + (input.Burst / (minutes * 60))) / capacity) : 1;
        var least = (int)Math.Floor(load / capacity) + 1;
        return Math.Max(Math.Max(steady, burst), least);
    }

    // A millionth less, or rounding makes one more of what divides exactly.
    private static int Whole(double units) => Math.Max(1, (int)Math.Ceiling(units - 1e-6));
}
