using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Bench.Farm;

/// <summary>What a run of the bench has: one broker, a folder, a word of progress, and the number of rounds.</summary>
internal sealed class BenchScene : IAsyncDisposable
{
    private const int SilentLooks = 3;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Progress progress;
    private readonly CancellationTokenSource brokerLost = new();
    private readonly CancellationTokenSource over = new();
    private Task watching = Task.CompletedTask;
    private BrokerFixture? broker;
    private BareVoice? voice;

    public BenchScene(int rounds, TimeSpan soak, Progress progress)
    {
        (Rounds, Soak, this.progress) = (rounds, soak, progress);
        Folder = Directory.CreateTempSubdirectory("tts-bench-").FullName;
    }

    public int Rounds { get; }

    public TimeSpan Soak { get; }

    public string Folder { get; }

    /// <summary>The broker's version, once there is one.</summary>
    public string? BrokerVersion { get; private set; }

    /// <summary>Cancelled when the broker does not answer any more: whoever waits for it would wait for ever.</summary>
    public CancellationToken BrokerLost => brokerLost.Token;

    public void Say(string what) => progress.Say(what);

    /// <summary>A farm without hosts yet, on a vhost of its own.</summary>
    public async Task<BenchFarm> FarmAsync(string name, CancellationToken cancellation) =>
        await BenchFarm.SetAsync(await BrokerAsync(cancellation), Path.Combine(Folder, name));

    /// <summary>The default voice without a farm, in this process; loaded once.</summary>
    public async Task<BareVoice> VoiceAsync(CancellationToken cancellation)
    {
        if (voice is null)
        {
            Say("loading the default voice");
            voice = await BareVoice.LoadAsync(cancellation);
        }
        return voice;
    }

    /// <summary>Gives the memory of the default voice back before something else is measured.</summary>
    public async Task ForgetVoiceAsync()
    {
        if (voice is not null)
            await voice.DisposeAsync();
        voice = null;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ForgetVoiceAsync();
        if (broker is not null)
            await broker.DisposeAsync();
        over.Dispose();
        brokerLost.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<BrokerFixture> BrokerAsync(CancellationToken cancellation)
    {
        if (broker is null)
        {
            Say("starting a broker");
            broker = new BrokerFixture();
            await broker.InitializeAsync();
            watching = WatchAsync(broker);
            BrokerVersion = (await broker.Admin.GetAsync("/api/overview", cancellation)).GetProperty("rabbitmq_version").GetString();
        }
        return broker;
    }

    private async Task WatchAsync(BrokerFixture watched)
    {
        for (var silent = 0; silent < SilentLooks; await Task.Delay(LookEvery, over.Token))
        {
            try
            {
                await watched.Admin.GetAsync("/api/whoami", over.Token);
                silent = 0;
            }
            catch (ManagementApiException)
            {
                silent++;
            }
        }
        await brokerLost.CancelAsync();
    }
}
