using System.Text.Json;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>Asks the broker, as its monitor, what waits in the farm's queues.</summary>
internal sealed class QueueWatch : IDisposable
{
    private readonly ManagementApi api;
    private readonly string path;

    /// <summary>Connects to nothing yet.</summary>
    /// <exception cref="CommandFailedException">TTS_BROKER_MONITOR or TTS_BROKER_ADMIN is missing or wrong.</exception>
    public QueueWatch(CliSettings settings)
    {
        var monitor = new BrokerOptions { Broker = settings.Monitor }.Endpoints[0];
        api = new ManagementApi(ManagementApi.AddressAs(BrokerOption.ManagementAddress(settings.Admin), monitor));
        path = ManagementApi.PathOf("queues", BrokerOption.VhostOf(monitor));
    }

    /// <summary>Asks once.</summary>
    /// <returns>The farm's queues in the order of a job's way; those that are not there are left out.</returns>
    /// <exception cref="ManagementApiException">No answer, or a refusal.</exception>
    public async Task<IReadOnlyList<QueueStats>> AskAsync(CancellationToken cancellation)
    {
        var queues = (await api.GetAsync(path, cancellation)).EnumerateArray().ToDictionary(queue => queue.GetProperty("name").GetString()!);
        return [.. Queues.All.Where(queues.ContainsKey).Select(name => new QueueStats(name, Count(queues[name], "messages_ready"), Count(queues[name], "messages_unacknowledged")))];
    }

    /// <inheritdoc/>
    public void Dispose() => api.Dispose();

    /// <summary>A queue that was made a moment ago has no figures yet.</summary>
    private static long Count(JsonElement queue, string figure) =>
        queue.TryGetProperty(figure, out var value) && value.TryGetInt64(out var count) ? count : 0;
}
