using Microsoft.Extensions.Options;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech;

namespace TtsConsumers.Consumer;

/// <summary>Puts a host together.</summary>
public static class HostSetup
{
    /// <summary>Makes a host from its settings.</summary>
    /// <param name="settings">Keys as in the README, without <c>TTS_</c>.</param>
    public static WebApplication Build(IConfiguration settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(settings["HEALTH"] ?? new HostSettings().Health);
        builder.Services.AddSettings(settings).AddBroker().AddPipeline();
        var app = builder.Build();
        app.MapHealth();
        return app;
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration settings)
    {
        services.AddChecked<HostSettings>(settings).AddChecked<BrokerOptions>(settings).AddChecked<StoreOptions>(settings)
            .AddChecked<SpeechOptions>(settings).AddChecked<StopPoint>(settings);
        services.AddOptions<HostOptions>().Configure<HostSettings>(
            (host, own) => host.ShutdownTimeout = own.DrainTime + TimeSpan.FromSeconds(10));
        return services;
    }

    /// <summary>Bound once, checked at start together with all others, and taken as the plain type from then on.</summary>
    private static IServiceCollection AddChecked<T>(this IServiceCollection services, IConfiguration settings)
        where T : class
    {
        services.AddOptions<T>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
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
        .AddSingleton(provider => new SettlementMessages(
            provider.GetRequiredService<HostSettings>().HostName, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Settler>()
        .AddSingleton<OutageHold>()
        .AddSingleton<JobRunner>()
        .AddSingleton(provider => new Surroundings(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>(), provider.GetRequiredService<ILogger<HostIntake>>()))
        .AddSingleton<LaneFactory>()
        .AddSingleton<VoiceLoader>()
        .AddHostedService<HostIntake>();
}
