using System.Runtime.InteropServices;

namespace TtsConsumers.Tests.Kit.Hosts;

/// <summary>Signals to processes a test has started.</summary>
public static class Signal
{
    public const int Term = 15;
    public const int Stop = 19;
    public const int Continue = 18;

    public static void Send(int processId, int signal)
    {
        if (Kill(processId, signal) != 0)
            throw new InvalidOperationException($"signal {signal} to {processId} failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
