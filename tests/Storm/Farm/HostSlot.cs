using System.Collections.Concurrent;
using System.Text.Json;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>A place for one host: whenever it ends another is started, as `./farm up`, systemd or Kubernetes do it.</summary>
public sealed class HostSlot : IAsyncDisposable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);

    /// <summary>The drain time of a host and what it needs beyond.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(45);

    private readonly string folder;
    private readonly Dictionary<string, string> settings;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<int, Asked> asked = new();
    private readonly ConcurrentQueue<HostEnd> ends = [];
    private readonly Task supervising;
    private volatile HostProcess[] all = [];

    /// <summary>Starts the first host.</summary>
    /// <param name="name">The slot's name.</param>
    /// <param name="proxy">Between the hosts of this slot and the broker.</param>
    /// <param name="folder">Gets a folder for each host, with its log.</param>
    /// <param name="settings">Environment variables.</param>
    public HostSlot(string name, FaultProxy proxy, string folder, IReadOnlyDictionary<string, string> settings)
    {
        Name = name;
        Proxy = proxy;
        this.folder = folder;
        this.settings = new Dictionary<string, string>(settings) { ["TTS_HOST_NAME"] = name };
        StartHost();
        supervising = SuperviseAsync();
    }

    /// <summary>The slot's name, and that of its hosts.</summary>
    public string Name { get; }

    /// <summary>Between its hosts and the broker.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>The process that is here now.</summary>
    public int ProcessId => Current.Id;

    /// <summary>How its hosts have ended so far.</summary>
    public IReadOnlyCollection<HostEnd> Ends => ends;

    private HostProcess Current => all[^1];

    /// <summary>Whether the host is connected, warm and consuming, and how many jobs it has in hand; not ready where it does not answer.</summary>
    public async Task<(bool Ready, int InHand)> LookAsync(CancellationToken cancellation)
    {
        try
        {
            if (await Current.StatsAsync(cancellation) is { } stats)
                return (stats.GetProperty("ready").GetBoolean(), stats.GetProperty("in_hand").GetInt32());
        }
        catch (Exception error) when (error is IOException or JsonException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // It dies in the middle of its answer, or is too busy to give one.
        }
        return (false, 0);
    }

    /// <summary>kill -9 of the host that is here now.</summary>
    /// <returns><see langword="false"/> where none is.</returns>
    public async Task<bool> KillAsync()
    {
        var host = Current;
        if (host.HasExited || !asked.TryAdd(host.Id, Asked.ToDie))
            return false;
        await host.KillAsync();
        return true;
    }

    /// <summary>SIGTERM to the host that is here now, and waits for its end.</summary>
    /// <returns><see langword="false"/> where none is.</returns>
    public Task<bool> StopAsync() => StopAsync(Current);

    /// <summary>Stops the host, and starts no other.</summary>
    public async Task EndAsync()
    {
        await closing.CancelAsync();
        await StopAsync(Current);
        await supervising;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        // The supervisor still reads the end of the last one.
        await Current.KillAsync();
        await supervising;
        foreach (var host in all)
            await host.DisposeAsync();
        closing.Dispose();
    }

    private async Task<bool> StopAsync(HostProcess host)
    {
        // A second SIGTERM would end it at once.
        if (host.HasExited || !asked.TryAdd(host.Id, Asked.ToStop))
            return false;
        try
        {
            Signal.Send(host.Id, Signal.Term);
            await host.EndAsync(CancellationToken.None).WaitAsync(StopPatience);
        }
        catch (InvalidOperationException)
        {
            // A job was faster.
            return false;
        }
        catch (TimeoutException)
        {
            ends.Enqueue(new HostEnd($"{Name} (still there {StopPatience.TotalSeconds:0} s after SIGTERM)", Asked.ToStop, -1));
            await host.KillAsync();
        }
        return true;
    }

    private async Task SuperviseAsync()
    {
        while (true)
        {
            var host = Current;
            await host.EndAsync(CancellationToken.None);
            var code = await host.ExitAsync(CancellationToken.None);
            if (!closing.IsCancellationRequested || asked.ContainsKey(host.Id))
                ends.Enqueue(new HostEnd(Name, asked.GetValueOrDefault(host.Id), code));
            await Task.Delay(RestartPause, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (closing.IsCancellationRequested)
                return;
            StartHost();
        }
    }

    private void StartHost() => all = [.. all, HostProcess.Start(Path.Combine(folder, $"{Name}.{all.Length + 1}"), settings)];
}
