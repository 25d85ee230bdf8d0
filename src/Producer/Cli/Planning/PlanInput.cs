namespace TtsConsumers.Producer.Cli.Planning;

/// <summary>What is asked of a farm, and what was measured of it.</summary>
/// <param name="CharactersPerHour">The load, in Unicode scalars.</param>
/// <param name="Pace">Unicode scalars that one instance speaks in a second inside the model.</param>
/// <param name="Busy">The share of the time that an instance is inside the model while jobs wait, 0 to 1.</param>
/// <param name="Load">How full instances may be in the mean, 0 to 1: the rest is for peaks and for a host that is away.</param>
/// <param name="InstancesPerHost">Instances of one host.</param>
/// <param name="CharactersPerJob">Unicode scalars of one job in the mean.</param>
/// <param name="Burst">Unicode scalars that come at once, on top of the load.</param>
/// <param name="DrainMinutes">Within how many minutes a burst has to be spoken; <see langword="null"/> where that is all the same.</param>
/// <param name="GpuPace">Unicode scalars that one GPU speaks in a second with all its instances; <see langword="null"/> where it was not measured.</param>
/// <param name="PaceFrom">Where <paramref name="Pace"/> comes from: <see cref="Given"/>, <see cref="Hosts"/> or <see cref="Ours"/>.</param>
internal sealed record PlanInput(
    double CharactersPerHour, double Pace, double Busy, double Load, int InstancesPerHost, double CharactersPerJob, double Burst, double? DrainMinutes,
    double? GpuPace, string PaceFrom)
{
    /// <summary>By --pace.</summary>
    public const string Given = "given";

    /// <summary>The hosts that run.</summary>
    public const string Hosts = "hosts";

    /// <summary>What was measured where this was written.</summary>
    public const string Ours = "ours";
}
