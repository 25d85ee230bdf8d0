using System.Diagnostics;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>
/// A private broker that <c>./farm broker</c> runs until its input ends, also when the test run is killed. It can be stopped, killed and started
/// again with its queues, on its ports.
/// </summary>
public sealed class FarmBroker : ITestBroker
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string folder;

    private FarmBroker(Process process, string folder)
    {
        this.process = process;
        this.folder = folder;
    }

    public Uri Amqp { get; private set; } = null!;

    public Uri Management { get; private set; } = null!;

    /// <summary>What the broker says; goes with it.</summary>
    public string? LogFile { get; private set; }

    /// <summary>Its process and its own command line; good while it runs.</summary>
    public BrokerControl Control => BrokerControl.Of(folder);

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <param name="parent">Where its folder is made; the system's temporary folder if not given.</param>
    public static async Task<FarmBroker> StartAsync(string? parent = null)
    {
        var folder = parent is null ? Directory.CreateTempSubdirectory("tts-broker-").FullName : Directory.CreateDirectory(Path.Combine(parent, "broker")).FullName;
        var process = Process.Start(new ProcessStartInfo(Path.Combine(Clone.Root, "farm"), ["broker", "--no-docker", "--dir", folder, "--time-scale", "50"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Clone.Root,
        })!;
        var broker = new FarmBroker(process, folder);
        try
        {
            await broker.UntilAsync("ready");
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGTERM, and waits until it is down.</summary>
    public Task StopAsync() => OrderAsync("stop", "stopped");

    /// <summary>kill -9.</summary>
    public Task KillAsync() => OrderAsync("kill", "stopped");

    /// <summary>Brings it back, and waits until it is ready.</summary>
    public Task RestartAsync() => OrderAsync("start", "ready");

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(EndPatience);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OrderAsync(string order, string answer)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
        await UntilAsync(answer);
    }

    private async Task UntilAsync(string wanted)
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == wanted)
                return;
            Note(line);
        }
        throw new InvalidOperationException($"./farm broker ended before it was {wanted}; what it said is on standard error, its log is in {folder}");
    }

    private void Note(string line)
    {
        if (line.Split('=', 2) is not [var key, var value])
            return;
        if (key == "TTS_BROKER")
            Amqp = new Uri(value);
        if (key == "TTS_BROKER_ADMIN")
            Management = new Uri(value);
        if (key == "TTS_BROKER_LOG")
            LogFile = value;
    }
}
