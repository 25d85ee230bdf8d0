using System.Text.Json;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Faults of the broker (B1, B2, B10).</summary>
/// <param name="broker">The broker.</param>
/// <param name="admin">Its management API.</param>
/// <param name="hostsUser">The user of the hosts.</param>
internal sealed class BrokerOutages(FarmBroker broker, ManagementApi admin, string hostsUser) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private const int Looks = 16;

    // One order at a time; a fault that comes while the broker is down waits for it.
    private readonly SemaphoreSlim order = new(1);

    /// <summary>Stopped, and started again.</summary>
    public Task<string?> RestartAsync(PlannedFault fault) => DownAsync(broker.StopAsync, fault.Lasts);

    /// <summary>Killed with -9, and started again.</summary>
    public Task<string?> KillAsync(PlannedFault fault) => DownAsync(broker.KillAsync, fault.Lasts);

    /// <summary>Closes the connections of all hosts, or of everybody. The broker's list of them lags some seconds behind.</summary>
    public async Task<string?> CloseConnectionsAsync(PlannedFault fault, CancellationToken stop)
    {
        var all = fault.How < 0.5;
        for (var look = 0; look < Looks && !stop.IsCancellationRequested; look++)
        {
            if (await CloseListedAsync(all) is > 0 and var closed)
                return $"{closed} of {(all ? "everybody" : "the hosts")}";
            await Task.Delay(Look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return null;
    }

    public void Dispose() => order.Dispose();

    private async Task<string?> DownAsync(Func<Task> end, TimeSpan lasts)
    {
        await order.WaitAsync();
        try
        {
            await end();
            // Also when the storm is called off: it has to be up again anyway.
            await Task.Delay(lasts);
            await broker.RestartAsync();
            return "down and up again";
        }
        finally
        {
            order.Release();
        }
    }

    private async Task<int> CloseListedAsync(bool all)
    {
        try
        {
            var listed = (await admin.GetAsync("connections", CancellationToken.None)).EnumerateArray().Where(one => all || IsHosts(one))
                .Select(one => one.GetProperty("name").GetString()!).ToList();
            foreach (var name in listed)
                await admin.DeleteAsync(ManagementApi.PathOf("connections", name), CancellationToken.None);
            return listed.Count;
        }
        catch (Exception error) when (error is ManagementApiException or KeyNotFoundException)
        {
            // The broker is down just now, or knows a connection only half.
            return 0;
        }
    }

    private bool IsHosts(JsonElement connection) => connection.GetProperty("user").GetString() == hostsUser;
}
