using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech;

namespace TtsConsumers.Consumer;

/// <summary>Puts a host together.</summary>
public static class HostSetup
{
    /// <summary>Beyond the drain time: closing connections, the model and the web server.</summary>
    private static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(10);

    /// <summary>Makes a host from its settings.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="replace">Puts other parts in the place of the host's own; for the bench, whose toy models wait instead of speaking.</param>
    public static WebApplication Build(CheckedSettings settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(settings.Host.Health);
        builder.AddTelemetry(settings.Host);
        builder.Services.AddSettings(settings).AddBroker().AddPipeline();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapHealth();
        app.MapTelemetry();
        return app;
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, CheckedSettings settings)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Host.DrainTime + ShutdownMargin);
        return services.AddSingleton(settings.Host).AddSingleton(settings.Broker).AddSingleton(settings.Store).AddSingleton(settings.Speech)
            .AddSingleton(settings.StopPoint);
    }

    private static IServiceCollection AddBroker(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Random>(_ => new LockedRandom())
        .AddSingleton<BrokerConnector>()
        .AddSingleton(provider => new ConfirmedPublisher(
            provider.GetRequiredService<BrokerConnector>(),
            provider.GetRequiredService<BrokerOptions>(),
            $"{provider.GetRequiredService<HostSettings>().HostName} publisher",
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConfirmedPublisher>>()));

    private static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton(provider => AudioStoreFactory.Open(provider.GetRequiredService<StoreOptions>()))
        .AddSingleton<AudioFiling>()
        .AddSingleton<HostStatus>()
        .AddSingleton<Liveness>()
        .AddSingleton<HostEnd>()
        .AddSingleton(provider => new SettlementMessages(
            provider.GetRequiredService<HostSettings>().HostName, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Settler>()
        .AddSingleton<OutageHold>()
        .AddSingleton<JobRunner>()
        .AddSingleton(provider => new Surroundings(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>(), provider.GetRequiredService<ILogger<HostIntake>>()))
        .AddSingleton<LaneFactory>()
        .AddSingleton<EngineSource>(provider => cancellation => SpeechEngine.LoadAsync(
            provider.GetRequiredService<SpeechOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SpeechEngine>>(),
            cancellation))
        .AddSingleton<VoiceLoader>()
        .AddHostedService<HostWatch>()
        .AddHostedService<HostIntake>();
}
