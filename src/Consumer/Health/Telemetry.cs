using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TtsConsumers.Consumer.Health;

/// <summary>Where what a host counts goes: <c>/metrics</c> for Prometheus always, and metrics and traces to an OTLP collector where one is named.</summary>
internal static class Telemetry
{
    /// <summary>The text that Prometheus reads.</summary>
    public const string Metrics = "/metrics";

    private const string ServiceName = "tts-host";

    /// <summary>What the OTLP exporter and everything else of OpenTelemetry reads its endpoint from.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The runtime's own meter: garbage collector, thread pool, exceptions.
    private const string RuntimeMeter = "System.Runtime";

    /// <summary>Adds it. OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_RESOURCE_ATTRIBUTES and the other OTEL_ variables are heard as everywhere.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="settings">Its name, and the collector that TTS_OTLP names.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.Otlp is { Length: > 0 } collector)
            builder.Configuration[Endpoint] = collector;
        var exports = builder.Configuration[Endpoint] is { Length: > 0 };
        builder.Services.AddSingleton<HostGauges>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceInstanceId: settings.HostName))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(HostMeter.Name, RuntimeMeter).AddPrometheusExporter();
                if (exports)
                    metrics.AddOtlpExporter();
            });
        if (exports)
            telemetry.WithTracing(traces => traces.AddSource(HostMeter.Name).AddOtlpExporter());
    }

    /// <summary>Serves <see cref="Metrics"/>.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        app.Services.GetRequiredService<HostGauges>();
        app.MapPrometheusScrapingEndpoint(Metrics);
    }
}
