using System.Diagnostics;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>A small file system of its own, in memory, that a test can fill to the last byte. Only root can make one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly string filler;

    private SmallDisk(string path)
    {
        Path = path;
        filler = System.IO.Path.Combine(path, "filler");
    }

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <param name="size">As mount takes it, e.g. <c>64m</c>.</param>
    /// <returns><see langword="null"/> where this process may not: not root, or root in a container.</returns>
    public static async Task<SmallDisk?> TryMountAsync(string size)
    {
        var path = Directory.CreateTempSubdirectory("tts-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path) is null)
            return new SmallDisk(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        var zeros = new byte[4096];
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                file.Write(zeros);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(filler);

    public async ValueTask DisposeAsync()
    {
        if (await RunAsync("umount", Path) is { } complaint)
            throw new InvalidOperationException(complaint);
        Directory.Delete(Path);
    }

    /// <returns>What went wrong, if anything did.</returns>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}";
    }
}
