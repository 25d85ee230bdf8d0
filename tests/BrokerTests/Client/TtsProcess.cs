using System.Diagnostics;
using System.Text;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>The built <c>tts</c> in a process of its own, as a shell runs it.</summary>
internal sealed class TtsProcess : IAsyncDisposable
{
    private const int Interruption = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly StringBuilder error = new();

    private TtsProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts one.</summary>
    /// <param name="settings">Its environment variables; of this process's own none that begins with TTS_ is passed on.</param>
    /// <param name="args">The command line.</param>
    public static TtsProcess Start(IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        var program = Path.Combine(Clone.Artifacts("Producer"), "TtsConsumers.Producer.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TTS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new TtsProcess(Process.Start(start)!);
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> settings, string input, CancellationToken cancellation, params string[] args)
    {
        await using var tts = Start(settings, args);
        await tts.process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        tts.process.StandardInput.Close();
        return await tts.EndAsync(cancellation);
    }

    /// <summary>Waits for a line on standard error.</summary>
    public async Task UntilAsync(string word, CancellationToken cancellation)
    {
        while (await process.StandardError.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, cancellation) is { } line)
        {
            error.AppendLine(line);
            if (line.Contains(word, StringComparison.Ordinal))
                return;
        }
        throw new InvalidOperationException($"tts ended before it said '{word}'; it said: {error}");
    }

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Signal.Send(process.Id, Interruption);

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync(CancellationToken cancellation)
    {
        var rest = await process.StandardError.ReadToEndAsync(cancellation).WaitAsync(Patience, cancellation);
        await process.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation);
        return (process.ExitCode, await output, error + rest);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
