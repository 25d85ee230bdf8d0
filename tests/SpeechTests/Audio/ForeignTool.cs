using System.Diagnostics;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>A decoder or a meter that somebody else has written, from Debian. A test that needs one which is not there is skipped.</summary>
internal static class ForeignTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs one to its end.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="package">The Debian package it comes in.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>What it said.</returns>
    public static async Task<string> RunAsync(string program, string package, params string[] args)
    {
        Assert.SkipUnless(IsThere(program), $"{program} is not installed (apt-get install {package}; ./farm test does it)");
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var said = await process.StandardError.ReadToEndAsync(patience.Token) + await output;
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', args)}: {process.ExitCode}: {said}");
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
