using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TtsConsumers.Consumer.Health;

/// <summary>What a host is at, looked at whenever somebody asks: lanes, instances, the process.</summary>
public sealed class HostGauges : IDisposable
{
    private readonly Meter meter = new(HostMeter.Name);
    private readonly Process process = Process.GetCurrentProcess();

    /// <summary>Makes the instruments.</summary>
    /// <param name="status">What they show.</param>
    public HostGauges(HostStatus status)
    {
        meter.CreateObservableUpDownCounter("tts.lanes", () => Lanes(status), "{lane}", "Lanes by what they are doing.");
        meter.CreateObservableGauge("tts.jobs.in_hand", () => status.InHand, "{job}", "Jobs taken and not yet settled.");
        meter.CreateObservableGauge("tts.jobs.held", () => status.Held, "{job}", "Jobs that wait for an outage to end.");
        meter.CreateObservableGauge("tts.ready", () => status.IsReady ? 1 : 0, null, "1 while connected, warm and consuming.");
        meter.CreateObservableCounter("tts.instance.busy", () => Busy(status), "s", "Time inside the model, by instance.");
        meter.CreateObservableCounter("process.cpu.time", ProcessorTime, "s", "Processor time of the process.");
        meter.CreateObservableUpDownCounter("process.memory.usage", () => Environment.WorkingSet, "By", "Resident memory.");
        meter.CreateObservableUpDownCounter("process.thread.count", () => Fresh().Threads.Count, "{thread}", "Threads of the process.");
        meter.CreateObservableUpDownCounter("process.unix.file_descriptor.count", () => Fresh().HandleCount, "{file_descriptor}", "Open file descriptors.");
        meter.CreateObservableGauge("process.uptime", () => status.UptimeSeconds, "s", "Time since the start.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        meter.Dispose();
        process.Dispose();
    }

    private static IEnumerable<Measurement<int>> Lanes(HostStatus status) => status.Lanes.CountBy(lane => lane.Doing)
        .Select(state => new Measurement<int>(state.Value, new KeyValuePair<string, object?>("tts.lane.state", state.Key)));

    private static IEnumerable<Measurement<double>> Busy(HostStatus status) => status.Instances
        .Select((instance, i) => new Measurement<double>(instance().TotalSeconds, new KeyValuePair<string, object?>("tts.instance", i + 1)));

    private IEnumerable<Measurement<double>> ProcessorTime() =>
    [
        new(Fresh().UserProcessorTime.TotalSeconds, new KeyValuePair<string, object?>("cpu.mode", "user")),
        new(process.PrivilegedProcessorTime.TotalSeconds, new KeyValuePair<string, object?>("cpu.mode", "system")),
    ];

    private Process Fresh()
    {
        process.Refresh();
        return process;
    }
}
