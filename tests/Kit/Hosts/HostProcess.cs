using System.Diagnostics;
using System.Text.Json;

namespace TtsConsumers.Tests.Kit.Hosts;

/// <summary>A real host in a process of its own, as an operator runs it, so that it can be killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process process;
    private readonly string healthFile;
    private readonly Task log;

    private HostProcess(Process process, string healthFile, string logFile)
    {
        this.process = process;
        this.healthFile = healthFile;
        LogFile = logFile;
        log = WriteLogAsync(process, logFile);
    }

    public string LogFile { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts a host with the toy voice and 1 instance of 2 lanes unless the settings say otherwise.</summary>
    /// <param name="folder">Gets the host's log and health file.</param>
    /// <param name="settings">Environment variables, <c>TTS_…</c>.</param>
    /// <param name="command">What <c>dotnet</c> runs; the host's own program if not given.</param>
    public static HostProcess Start(string folder, IReadOnlyDictionary<string, string> settings, params string[] command)
    {
        Directory.CreateDirectory(folder);
        var healthFile = Path.Combine(folder, "health");
        if (command.Length == 0)
            command = [Path.Combine(Clone.Artifacts("Consumer"), "TtsConsumers.Consumer.dll")];
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Clone.Root,
        };
        // All but the mark by which ./farm finds what a killed run has left behind.
        foreach (var stale in start.Environment.Keys.Where(key => key.StartsWith("TTS_", StringComparison.Ordinal) && key != "TTS_FARM_RUN").ToList())
            start.Environment.Remove(stale);
        start.Environment["TTS_MODEL"] = "tone";
        start.Environment["TTS_MODELS"] = Path.Combine(Clone.Root, "models");
        start.Environment["TTS_LEXICON"] = Path.Combine(Clone.Root, "lexicon");
        start.Environment["TTS_HEALTH"] = "http://127.0.0.1:0";
        start.Environment["TTS_HEALTH_FILE"] = healthFile;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new HostProcess(Process.Start(start)!, healthFile, Path.Combine(folder, "host.log"));
    }

    /// <summary>Waits until the host is ready: connected, consuming, warm.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => UntilAsync(async () => (await AskAsync("/health/ready", cancellation)) == 200, "ready", cancellation);

    /// <summary>Waits until the host's statistics are as asked.</summary>
    public Task UntilStatsAsync(Func<JsonElement, bool> asked, string what, CancellationToken cancellation) =>
        UntilAsync(async () => await StatsAsync(cancellation) is { } stats && asked(stats), what, cancellation);

    /// <summary>Waits until something is so, for as long as the host lives.</summary>
    public async Task UntilAsync(Func<Task<bool>> asked, string what, CancellationToken cancellation)
    {
        var started = Stopwatch.StartNew();
        while (!await asked())
        {
            if (process.HasExited)
                throw new InvalidOperationException($"the host ended with {process.ExitCode} before it was {what}: {LogFile}\n{await File.ReadAllTextAsync(LogFile, cancellation)}");
            if (started.Elapsed > StartPatience)
                throw new TimeoutException($"the host was not {what} within {StartPatience.TotalSeconds} s: {LogFile}\n{await File.ReadAllTextAsync(LogFile, cancellation)}");
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>The status code of a health path; 0 where nothing answers in time.</summary>
    public async Task<int> AskAsync(string path, CancellationToken cancellation) => (await ReadAsync(path, cancellation)).Status;

    /// <summary>The status code of a health path and what it says; 0 where nothing answers in time.</summary>
    public async Task<(int Status, string Said)> ReadAsync(string path, CancellationToken cancellation)
    {
        if (Address() is not { } address)
            return (0, "");
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, path), cancellation);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return (0, "");
        }
    }

    /// <summary>The host's statistics; <see langword="null"/> where nothing answers in time.</summary>
    public Task<JsonElement?> StatsAsync(CancellationToken cancellation) => GetAsync("/stats", cancellation);

    /// <summary>The JSON of a path; <see langword="null"/> where nothing answers in time.</summary>
    public async Task<JsonElement?> GetAsync(string path, CancellationToken cancellation)
    {
        var (status, said) = await ReadAsync(path, cancellation);
        return status == 200 ? JsonSerializer.Deserialize<JsonElement>(said) : null;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, then waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellation)
    {
        Signal.Send(process.Id, Signal.Term);
        return await ExitAsync(cancellation);
    }

    /// <summary>Waits for the end, however long it takes.</summary>
    public Task EndAsync(CancellationToken cancellation) => process.WaitForExitAsync(cancellation);

    /// <summary>Waits for the end, which must come soon.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation).WaitAsync(StartPatience, cancellation);
        await log;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        await log;
        process.Dispose();
    }

    public Uri? Address() => File.Exists(healthFile) ? new Uri(File.ReadAllText(healthFile).Trim()) : null;

    private static async Task WriteLogAsync(Process process, string file)
    {
        await using var writer = new StreamWriter(file) { AutoFlush = true };
        using var gate = new SemaphoreSlim(1);
        async Task CopyAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                await gate.WaitAsync();
                await writer.WriteLineAsync(line);
                gate.Release();
            }
        }
        await Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));
    }
}
