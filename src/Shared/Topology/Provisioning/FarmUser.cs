using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>One user of a farm with its secret.</summary>
/// <param name="Definition">Its name at this broker, and what it may do.</param>
/// <param name="Password">Its password.</param>
public sealed record FarmUser(UserDefinition Definition, string Password)
{
    /// <summary>The AMQP URI to connect with.</summary>
    /// <param name="endpoints">The broker's addresses; users, passwords and paths in them are replaced.</param>
    /// <param name="vhost">The vhost.</param>
    /// <returns>One URI an endpoint, comma separated: a value for <c>TTS_BROKER</c>.</returns>
    public string UriAt(IEnumerable<Uri> endpoints, string vhost) => string.Join(',', endpoints.Select(endpoint => new UriBuilder(endpoint)
    {
        UserName = Uri.EscapeDataString(Definition.Name),
        Password = Uri.EscapeDataString(Password),
        Path = Uri.EscapeDataString(vhost),
    }.Uri.AbsoluteUri));

    /// <summary>Neither the password nor anything that holds it.</summary>
    public override string ToString() => Definition.Name;
}
