namespace TtsConsumers.Tests.Kit.Hosts;

/// <summary>What the kernel says of a process at one moment.</summary>
/// <param name="State">One letter: R runs, S sleeps, T is stopped, Z is dead.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Handles">Its open files and sockets.</param>
/// <param name="Sockets">Those of them that are sockets.</param>
/// <param name="ResidentBytes">Its memory.</param>
public sealed record ProcessLook(char State, int Threads, int Handles, int Sockets, long ResidentBytes)
{
    /// <summary>Looks at a process.</summary>
    public static ProcessLook At(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var handles = Directory.GetFiles($"/proc/{processId}/fd");
        return new ProcessLook(
            stat[stat.LastIndexOf(')') + 2],
            Directory.GetDirectories($"/proc/{processId}/task").Length,
            handles.Length,
            handles.Count(IsSocket),
            long.Parse(File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1]) * Environment.SystemPageSize);
    }

    private static bool IsSocket(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) ?? false;
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return false;
        }
    }
}
