using TtsConsumers.Producer.Cli.Hosts;

namespace TtsConsumers.Producer.Cli.Planning;

/// <summary>What running hosts have measured of themselves since they were started, or what ours did once.</summary>
/// <param name="Pace">Unicode scalars that an instance speaks in a second inside the model.</param>
/// <param name="CharactersPerJob">Unicode scalars of a job in the mean.</param>
/// <param name="InstancesPerHost">Instances of a host in the mean, rounded.</param>
/// <param name="BusySeconds">The time inside the model that this rests on, of all instances together.</param>
internal sealed record MeasuredPace(double Pace, double CharactersPerJob, int InstancesPerHost, double BusySeconds)
{
    /// <summary>Less says nothing: the first texts are the slowest.</summary>
    private const double LeastSeconds = 10;

    /// <summary>
    /// For who has no hosts yet: the default voice, one instance a core, on two cores of an AMD EPYC (docs/PERFORMANCE.md). Another machine is twice
    /// as fast, or half.
    /// </summary>
    public static MeasuredPace Ours { get; } = new(5.0, 22, 2, 227);

    /// <summary>Takes the figures of hosts together.</summary>
    /// <exception cref="CommandFailedException">None answers, or they have spoken too little.</exception>
    public static MeasuredPace Of(IReadOnlyList<HostView> views)
    {
        var hosts = views.Where(view => view.Stats is { Instances.Count: > 0 }).Select(view => view.Stats!).ToList();
        var busy = hosts.Sum(host => host.Instances!.Sum(instance => instance.BusySeconds));
        if (busy < LeastSeconds)
        {
            throw new CommandFailedException(
                ExitCodes.NotReady,
                $"the hosts of TTS_HOSTS have been inside the model for {busy:0} s, and {LeastSeconds:0} s at least are needed to plan from: let them speak "
                + "(tts say book.txt), or give --pace");
        }
        return new MeasuredPace(
            hosts.Sum(host => (double)host.Characters) / busy,
            hosts.Sum(host => (double)host.Characters) / Math.Max(1, hosts.Sum(host => host.Done)),
            (int)Math.Max(1, Math.Round(hosts.Average(host => host.Instances!.Count))),
            busy);
    }
}
