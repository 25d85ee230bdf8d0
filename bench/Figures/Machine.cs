using System.Globalization;
using System.Runtime.InteropServices;

namespace TtsConsumers.Bench.Figures;

/// <summary>What the figures were measured on.</summary>
/// <param name="Cpu">The processor's own name.</param>
/// <param name="Cores">Those this process may use.</param>
/// <param name="MemoryGb">All memory, in 10⁹ bytes.</param>
/// <param name="System">The operating system.</param>
/// <param name="LoadBefore">Load over the last minute when the bench began: what others were doing.</param>
public sealed record Machine(string Cpu, int Cores, double MemoryGb, string System, double LoadBefore)
{
    public static Machine Here() => new(
        Line("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        RuntimeInformation.OSDescription,
        Load());

    /// <summary>Load over the last minute; 0 where the system does not tell.</summary>
    public static double Load() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    private static string Line(string file, string key) => !File.Exists(file)
        ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
}
