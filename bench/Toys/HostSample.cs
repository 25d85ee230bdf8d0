using System.Diagnostics;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Intake;

namespace TtsConsumers.Bench.Toys;

/// <summary>A bench host at one moment.</summary>
/// <param name="At">When, in seconds of a clock of its own.</param>
/// <param name="Busy">Seconds that all its instances together have been inside Run.</param>
/// <param name="Done">Jobs answered with audio.</param>
/// <param name="Allocated">Bytes it has ever allocated.</param>
/// <param name="Large">Those of them that went to the large object heap.</param>
internal sealed record HostSample(double At, double Busy, long Done, long Allocated, long Large)
{
    public static HostSample Take(IServiceProvider services, long large)
    {
        var engine = services.GetRequiredService<VoiceLoader>().Engine;
        var busy = engine.IsCompletedSuccessfully ? engine.Result.Instances.Sum(instance => instance.Clock.Busy.TotalSeconds) : 0;
        return new HostSample(
            Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, busy, services.GetRequiredService<HostStatus>().Done,
            GC.GetTotalAllocatedBytes(precise: true), large);
    }
}
