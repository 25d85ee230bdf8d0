using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Bench.Farm;

/// <summary>What a run of the bench has: one broker, a folder, a word of progress, and the number of rounds.</summary>
internal sealed class BenchScene : IAsyncDisposable
{
    private readonly Progress progress;
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
        await ForgetVoiceAsync();
        if (broker is not null)
            await broker.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<BrokerFixture> BrokerAsync(CancellationToken cancellation)
    {
        if (broker is null)
        {
            Say("starting a broker");
            broker = new BrokerFixture();
            await broker.InitializeAsync();
            BrokerVersion = (await broker.Admin.GetAsync("/api/overview", cancellation)).GetProperty("rabbitmq_version").GetString();
        }
        return broker;
    }
}
