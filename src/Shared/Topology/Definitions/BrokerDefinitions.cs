using System.Text.Json;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>The farm's exchanges, queues, bindings and policies, as infra/rabbitmq-definitions.json ships them or as a test wants them.</summary>
public sealed record BrokerDefinitions
{
    private const string TimeToLive = "message-ttl";

    /// <summary>The shipped definitions, for vhost <c>tts</c>.</summary>
    public static BrokerDefinitions Shipped { get; } = DefinitionsJson.ReadShipped("rabbitmq-definitions.json", DefinitionsJson.Default.BrokerDefinitions);

    /// <summary>The users that provisioning makes, with their permissions.</summary>
    public static IReadOnlyList<UserDefinition> Users { get; } =
        DefinitionsJson.ReadShipped("rabbitmq-users.json", DefinitionsJson.Default.IReadOnlyListUserDefinition);

    /// <summary>The one vhost.</summary>
    public required IReadOnlyList<VhostDefinition> Vhosts { get; init; }

    /// <summary>The exchanges.</summary>
    public required IReadOnlyList<ExchangeDefinition> Exchanges { get; init; }

    /// <summary>The queues.</summary>
    public required IReadOnlyList<QueueDefinition> Queues { get; init; }

    /// <summary>The bindings.</summary>
    public required IReadOnlyList<BindingDefinition> Bindings { get; init; }

    /// <summary>The policies.</summary>
    public required IReadOnlyList<PolicyDefinition> Policies { get; init; }

    /// <summary>The name of the vhost they are for.</summary>
    public string Vhost() => Vhosts[0].Name;

    /// <summary>The same things in another vhost.</summary>
    /// <param name="name">Its name.</param>
    public BrokerDefinitions ForVhost(string name) => new()
    {
        Vhosts = [new VhostDefinition(name)],
        Exchanges = [.. Exchanges.Select(exchange => exchange with { Vhost = name })],
        Queues = [.. Queues.Select(queue => queue with { Vhost = name })],
        Bindings = [.. Bindings.Select(binding => binding with { Vhost = name })],
        Policies = [.. Policies.Select(policy => policy with { Vhost = name })],
    };

    /// <summary>The same things with shorter waits: every <c>message-ttl</c> of a policy is divided. For tests and storms.</summary>
    /// <param name="scale">From 1; times are rounded down, to 1 ms at least.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is below 1.</exception>
    public BrokerDefinitions WithTimeScale(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        return this with { Policies = [.. Policies.Select(policy => policy with { Definition = Scale(policy.Definition, scale) })] };
    }

    /// <summary>As RabbitMQ's import reads it: UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DefinitionsJson.Default.BrokerDefinitions);

    private static Dictionary<string, JsonElement> Scale(IReadOnlyDictionary<string, JsonElement> definition, int scale)
    {
        var scaled = new Dictionary<string, JsonElement>(definition);
        if (definition.TryGetValue(TimeToLive, out var whole))
            scaled[TimeToLive] = JsonSerializer.SerializeToElement(Math.Max(1, whole.GetInt64() / scale), DefinitionsJson.Default.Int64);
        return scaled;
    }
}
