using System.Diagnostics;
using System.Globalization;

namespace TtsConsumers.Tests.ClusterTests.Network;

/// <summary>
/// A network of its own that has no name: it is there as long as a process is in it, and leaves nothing behind. The process that holds it ends with its
/// standard input, so also when the test run is killed.
/// </summary>
internal sealed class NetworkNamespace : IAsyncDisposable
{
    private readonly Process holder;

    private NetworkNamespace(Process holder) => this.holder = holder;

    /// <summary>Whether this process is in a new network: no route leads anywhere. (Which one the machine's is may be hidden, even from root.)</summary>
    public static bool IsNew => File.ReadLines("/proc/self/net/route").Count() <= 1;

    /// <summary>The process that holds it; what <c>ip link … netns</c> takes.</summary>
    public string Holder => holder.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes one; only its loopback is up.</summary>
    public static async Task<NetworkNamespace> MakeAsync()
    {
        var holder = Process.Start(new ProcessStartInfo("unshare", ["--net", "sh", "-ec", "ip link set lo up; echo up; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await holder.StandardOutput.ReadLineAsync() != "up")
            throw new InvalidOperationException("unshare --net made no network namespace; what it said is on standard error");
        return new NetworkNamespace(holder);
    }

    /// <summary>A program that is to run inside.</summary>
    public ProcessStartInfo Inside(string program, params IEnumerable<string> arguments) =>
        new("nsenter", [$"--net=/proc/{Holder}/ns/net", program, .. arguments]);

    /// <summary>Runs a tool inside.</summary>
    public Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var inside = Inside(program, arguments);
        return Tool.RunAsync(inside.FileName, inside.ArgumentList);
    }

    /// <summary>Ends every process inside, also one that made itself a daemon (epmd), and with the last one the network.</summary>
    public async ValueTask DisposeAsync()
    {
        var id = IdOf(Holder);
        var inside = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _) && IdOf(name!) == id);
        foreach (var processId in inside.ToList())
            Kill(int.Parse(processId!, CultureInfo.InvariantCulture));
        await holder.WaitForExitAsync();
        holder.Dispose();
    }

    private static string? IdOf(string process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/ns/net").LinkTarget;
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended meanwhile.
        }
    }
}
