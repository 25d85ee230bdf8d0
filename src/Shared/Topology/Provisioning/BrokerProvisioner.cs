using System.Text.Json;
using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>
/// Brings a farm onto a broker: vhost, exchanges, queues, bindings, policies, users and their permissions. Doing it again changes nothing but the
/// users' passwords. It neither changes nor deletes what is there in another shape; <see cref="Doctor.TopologyDoctor"/> finds that.
/// </summary>
/// <param name="api">The management API as an administrator.</param>
/// <param name="endpoints">The broker's AMQP addresses, for the URIs that come back; users and paths in them are not used.</param>
public sealed class BrokerProvisioner(ManagementApi api, IReadOnlyList<Uri> endpoints)
{
    /// <summary>Makes what is missing.</summary>
    /// <param name="definitions">The definitions, for the vhost to be used.</param>
    /// <param name="users">The users with their passwords.</param>
    /// <param name="cancellation">Gives up; doing it again completes it.</param>
    /// <exception cref="ManagementApiException">The broker can't be asked or refuses.</exception>
    public async Task<FarmUris> ProvisionAsync(BrokerDefinitions definitions, FarmUsers users, CancellationToken cancellation)
    {
        var vhost = definitions.Vhost();
        await api.PutAsync(ManagementApi.PathOf("vhosts", vhost), "{}"u8.ToArray(), cancellation).ConfigureAwait(false);
        await api.PostAsync("definitions", definitions.ToJson(), cancellation).ConfigureAwait(false);
        foreach (var user in users.All)
            await MakeAsync(user, vhost, cancellation).ConfigureAwait(false);
        return new FarmUris(
            users.Producer.UriAt(endpoints, vhost),
            users.Consumer.UriAt(endpoints, vhost),
            users.Operator.UriAt(endpoints, vhost),
            users.Monitor.UriAt(endpoints, vhost));
    }

    /// <summary>Takes the four users away. What they could reach stays.</summary>
    /// <param name="suffix">The suffix they were made with, or empty.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ManagementApiException">The broker can't be asked or refuses.</exception>
    public async Task RemoveUsersAsync(string suffix, CancellationToken cancellation)
    {
        foreach (var user in FarmUsers.Named(suffix))
            await api.DeleteAsync(ManagementApi.PathOf("users", user.Name), cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a vhost away with everything in it, jobs included: for tests.</summary>
    /// <param name="vhost">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ManagementApiException">The broker can't be asked or refuses.</exception>
    public Task RemoveVhostAsync(string vhost, CancellationToken cancellation) =>
        api.DeleteAsync(ManagementApi.PathOf("vhosts", vhost), cancellation);

    private async Task MakeAsync(FarmUser user, string vhost, CancellationToken cancellation)
    {
        var definition = user.Definition;
        var login = JsonSerializer.SerializeToUtf8Bytes(new NewUser(user.Password, definition.Tags), DefinitionsJson.Default.NewUser);
        await api.PutAsync(ManagementApi.PathOf("users", definition.Name), login, cancellation).ConfigureAwait(false);
        var rights = JsonSerializer.SerializeToUtf8Bytes(
            new PermissionsDefinition(null, definition.Configure, definition.Write, definition.Read), DefinitionsJson.Default.PermissionsDefinition);
        await api.PutAsync(ManagementApi.PathOf("permissions", vhost, definition.Name), rights, cancellation).ConfigureAwait(false);
    }
}
