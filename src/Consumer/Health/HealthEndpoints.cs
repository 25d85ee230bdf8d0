using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TtsConsumers.Consumer.Health;

/// <summary>Live and ready checks and statistics over HTTP, on loopback unless set otherwise.</summary>
public static class HealthEndpoints
{
    /// <summary>Live: it works, or waits for something to work on. A host that isn't has to be started anew.</summary>
    public const string Live = "/health/live";

    /// <summary>Ready: connected, consuming, warm, and not held up by an outage; else it says why not.</summary>
    public const string Ready = "/health/ready";

    /// <summary>What the host is doing, as JSON.</summary>
    public const string Stats = "/stats";

    /// <summary>Serves them.</summary>
    public static void MapHealth(this WebApplication app)
    {
        var status = app.Services.GetRequiredService<HostStatus>();
        var liveness = app.Services.GetRequiredService<Liveness>();
        var settings = app.Services.GetRequiredService<HostSettings>();
        app.MapGet(Live, () => liveness.Fault() is { } fault
            ? Results.Text($"not live: {fault}", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("live"));
        app.MapGet(Ready, () => status.Hindrance is { } hindrance
            ? Results.Text($"not ready: {hindrance}", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(status.Outage is { } outage ? $"ready, but a job is held: {outage}" : "ready"));
        app.MapGet(Stats, () => Results.Text(
            JsonSerializer.Serialize(HostReport.Of(settings.HostName, status), HostReportJson.Default.HostReport), "application/json"));
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, settings));
    }

    /// <summary>With port 0 only the server knows where it listens, so the address is written where the starter looks for it.</summary>
    private static void Announce(WebApplication app, HostSettings settings)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        HostLog.HealthAt(app.Logger, address);
        if (settings.HealthFile is not { Length: > 0 } file)
            return;
        var partial = file + ".part";
        File.WriteAllText(partial, address + "\n");
        File.Move(partial, file, overwrite: true);
    }
}
