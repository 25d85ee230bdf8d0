using System.Diagnostics;

namespace TtsConsumers.Tests.ClusterTests.Network;

/// <summary>Runs a system tool that does one thing and ends.</summary>
internal static class Tool
{
    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; what it said is in the message.</exception>
    public static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}: {said}");
    }

    /// <summary>Whether a program can be found.</summary>
    public static bool Exists(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
