using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;

namespace TtsConsumers.Consumer.InHand;

/// <summary>
/// Off unless set: ends this process by a signal when a job reaches a stage. It exists for the fault tests, which have to kill a real host at every
/// point between two steps of the way of a job.
/// </summary>
public sealed partial class StopPoint
{
    /// <summary>The kernel hands a signal to any thread, and until then this one runs on: it must not get past its stage.</summary>
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(100);

    /// <summary>The stage to stop at (<c>TTS_STOP_AT</c>), e.g. <c>AudioPut</c>.</summary>
    /// <value>The default is none.</value>
    [ConfigurationKeyName("STOP_AT")]
    public Stage? At { get; set; }

    /// <summary>Only jobs whose id begins so stop the host (<c>TTS_STOP_ID</c>).</summary>
    /// <value>The default is every job.</value>
    [ConfigurationKeyName("STOP_ID")]
    public string Id { get; set; } = "";

    /// <summary>The signal's number (<c>TTS_STOP_SIGNAL</c>): 9 kills, 15 drains.</summary>
    /// <value>The default is 9.</value>
    [Range(1, 31)]
    [ConfigurationKeyName("STOP_SIGNAL")]
    public int Signal { get; set; } = 9;

    /// <summary>Sends the signal where stage and id match.</summary>
    public Task ReachAsync(Stage stage, JobInHand job)
    {
        if (stage != At || !job.Id.StartsWith(Id, StringComparison.Ordinal))
            return Task.CompletedTask;
        _ = Kill(Environment.ProcessId, Signal);
        return Task.Delay(Arrival, TimeProvider.System);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
