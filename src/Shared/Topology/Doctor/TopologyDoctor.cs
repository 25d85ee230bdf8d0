using System.Net;
using System.Text.Json;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>
/// Compares a vhost with the shipped definitions through the management API: types, durability, arguments, bindings, effective policies key by key,
/// and permissions. It changes nothing.
/// </summary>
/// <param name="expected">What should be there, for the vhost to be looked at.</param>
/// <param name="users">The users as they are named there (<see cref="FarmUsers.Named"/>).</param>
public sealed class TopologyDoctor(BrokerDefinitions expected, IReadOnlyList<UserDefinition> users)
{
    /// <summary>Looks at everything the user may read.</summary>
    /// <param name="api">The management API, as a rule as the monitor.</param>
    /// <param name="administrator">The same as an administrator, for the permissions: RabbitMQ shows them to nobody else. Without it they are a
    /// <see cref="FindingKind.NotChecked"/> finding, unless <paramref name="api"/> may read them itself.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each difference; empty for a broker that is as shipped.</returns>
    /// <exception cref="ManagementApiException">The API can't be asked, or the user may not look.</exception>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(ManagementApi api, ManagementApi? administrator, CancellationToken cancellation)
    {
        try
        {
            var actual = await BrokerSnapshot.ReadAsync(api, expected.Vhost(), cancellation).ConfigureAwait(false);
            return [.. Compare(actual), .. await ExaminePermissionsAsync(administrator ?? api, cancellation).ConfigureAwait(false)];
        }
        catch (ManagementApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return [Finding.Missing($"vhost {expected.Vhost()}")];
        }
    }

    private IEnumerable<Finding> Compare(BrokerSnapshot actual) =>
    [
        .. ExchangeCheck.Compare(expected.Exchanges, actual.Exchanges),
        .. QueueCheck.Compare(expected.Queues, actual.Queues),
        .. BindingCheck.Compare(expected, actual.Bindings),
        .. PolicyCheck.Compare(expected.Policies, actual.Policies),
        .. PolicyCheck.CompareEffective(expected.Policies, actual.Queues, actual.Policies),
        .. PolicyCheck.CompareOperators(expected.Queues, actual.OperatorPolicies),
    ];

    private async Task<IEnumerable<Finding>> ExaminePermissionsAsync(ManagementApi api, CancellationToken cancellation)
    {
        try
        {
            var permissions = await api.GetAsync(
                ManagementApi.PathOf("vhosts", expected.Vhost(), "permissions"),
                DefinitionsJson.Default.IReadOnlyListPermissionsDefinition, cancellation).ConfigureAwait(false);
            var administrators = Administrators(await api.GetAsync("users", cancellation).ConfigureAwait(false));
            return PermissionCheck.Compare(users, permissions, administrators);
        }
        catch (ManagementApiException error) when (error.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return [new(FindingKind.NotChecked, "permissions", $"were not looked at, user '{api.User}' may not read them",
                "RabbitMQ shows permissions to administrators only; give TTS_BROKER_ADMIN")];
        }
    }

    /// <summary>Tags are a list since RabbitMQ 3.9 and were a comma-separated text before.</summary>
    private static HashSet<string> Administrators(JsonElement all) =>
        [.. all.EnumerateArray().Where(user => user.GetProperty("tags").ToString().Contains("administrator", StringComparison.Ordinal))
            .Select(user => user.GetProperty("name").ToString())];
}
