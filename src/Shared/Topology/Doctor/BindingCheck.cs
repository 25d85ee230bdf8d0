using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares the bindings of the farm's exchanges and queues. Collectors bind to the results as they like.</summary>
internal static class BindingCheck
{
    public static IEnumerable<Finding> Compare(BrokerDefinitions expected, IReadOnlyList<BindingDefinition> actual)
    {
        // The default exchange binds every queue by itself.
        var found = actual.Where(binding => binding.Source.Length > 0).ToList();
        foreach (var binding in expected.Bindings.Where(binding => !found.Exists(other => IsSame(binding, other))))
            yield return Finding.Missing($"binding {binding.Describe()}");
        foreach (var binding in found.Where(binding => IsOurs(expected, binding) && !expected.Bindings.Any(other => IsSame(binding, other))))
        {
            yield return new(FindingKind.Unexpected, $"binding {binding.Describe()}", "is not shipped",
                "delete it: what it matches is delivered to one place too many");
        }
    }

    private static bool IsOurs(BrokerDefinitions expected, BindingDefinition binding) =>
        expected.Queues.Any(queue => binding.DestinationType == "queue" && queue.Name == binding.Destination)
        || (expected.Exchanges.Any(exchange => exchange.Name == binding.Source) && !IsCollectors(binding));

    private static bool IsCollectors(BindingDefinition binding) =>
        binding is { Source: Exchanges.Results, DestinationType: "queue" } && QueueCheck.IsCollectors(binding.Destination);

    private static bool IsSame(BindingDefinition one, BindingDefinition other) =>
        (one.Source, one.Destination, one.DestinationType, one.RoutingKey)
            == (other.Source, other.Destination, other.DestinationType, other.RoutingKey)
        && !Differences.Of("argument", one.Arguments, other.Arguments).Any();
}
