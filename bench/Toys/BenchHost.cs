using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Bench.Toys;

/// <summary>A host as it is shipped, in a process of its own, but for the toys it was told to use, and with <c>/bench</c> beside its health checks.</summary>
internal static class BenchHost
{
    /// <summary>What makes this program a host.</summary>
    public const string Verb = "host";

    /// <summary>Where <see cref="HostSample"/> is served.</summary>
    public const string Path = "/bench";

    public static async Task<int> RunAsync()
    {
        var toys = ToyOptions.FromEnvironment();
        var settings = CheckedSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables("TTS_").Build());
        using var large = new LargeObjects();
        await using var host = HostSetup.Build(settings, services => Replace(services, settings, toys));
        host.MapGet(Path, () => HostSample.Take(host.Services, large.Bytes));
        await host.RunAsync();
        return HostEnd.CodeAfter(host.Services.GetServices<IHostedService>());
    }

    private static void Replace(IServiceCollection services, CheckedSettings settings, ToyOptions toys)
    {
        if (toys.ModelMs is { } model)
            services.AddSingleton<EngineSource>(cancellation => ToyEngine.LoadAsync(settings.Speech, TimeSpan.FromMilliseconds(model), cancellation));
        if (toys.StoreMs is { } store)
            services.AddSingleton<IAudioStore>(new ToyStore(TimeSpan.FromMilliseconds(store)));
    }
}
