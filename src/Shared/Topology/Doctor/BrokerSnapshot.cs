using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>What is in a vhost now, as a user with the tag <c>monitoring</c> may read it.</summary>
internal sealed record BrokerSnapshot
{
    // Without statistics the answer is what the broker knows now; with them, what a queue's process last said, up to five seconds ago.
    private const string NowNotLately = "?disable_stats=true";

    public required IReadOnlyList<ExchangeDefinition> Exchanges { get; init; }

    public required IReadOnlyList<QueueDefinition> Queues { get; init; }

    public required IReadOnlyList<BindingDefinition> Bindings { get; init; }

    public required IReadOnlyList<PolicyDefinition> Policies { get; init; }

    public required IReadOnlyList<PolicyDefinition> OperatorPolicies { get; init; }

    public static async Task<BrokerSnapshot> ReadAsync(ManagementApi api, string vhost, CancellationToken cancellation) => new()
    {
        Exchanges = await api.GetAsync(
            ManagementApi.PathOf("exchanges", vhost), DefinitionsJson.Default.IReadOnlyListExchangeDefinition, cancellation).ConfigureAwait(false),
        Queues = await api.GetAsync(
            ManagementApi.PathOf("queues", vhost) + NowNotLately, DefinitionsJson.Default.IReadOnlyListQueueDefinition, cancellation).ConfigureAwait(false),
        Bindings = await api.GetAsync(
            ManagementApi.PathOf("bindings", vhost), DefinitionsJson.Default.IReadOnlyListBindingDefinition, cancellation).ConfigureAwait(false),
        Policies = await api.GetAsync(
            ManagementApi.PathOf("policies", vhost), DefinitionsJson.Default.IReadOnlyListPolicyDefinition, cancellation).ConfigureAwait(false),
        OperatorPolicies = await api.GetAsync(
            ManagementApi.PathOf("operator-policies", vhost), DefinitionsJson.Default.IReadOnlyListPolicyDefinition, cancellation).ConfigureAwait(false),
    };
}
