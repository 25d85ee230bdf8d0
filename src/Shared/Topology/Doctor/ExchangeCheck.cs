using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares exchanges: there, of the right type, durable, with the right arguments, and no others.</summary>
internal static class ExchangeCheck
{
    private const string Remedy = "an exchange can't be changed; delete it while nothing is published, then import infra/rabbitmq-definitions.json again";

    public static IEnumerable<Finding> Compare(IReadOnlyList<ExchangeDefinition> expected, IReadOnlyList<ExchangeDefinition> actual)
    {
        var found = actual.ToDictionary(exchange => exchange.Name);
        foreach (var exchange in expected)
        {
            var subject = $"exchange {exchange.Name}";
            if (!found.TryGetValue(exchange.Name, out var there))
                yield return Finding.Missing(subject);
            else
                foreach (var difference in Differ(exchange, there))
                    yield return new(FindingKind.Changed, subject, difference, Remedy);
        }
        var ours = expected.Select(exchange => exchange.Name).ToHashSet();
        foreach (var other in found.Keys.Where(name => !ours.Contains(name) && !IsBuiltIn(name)))
            yield return new(FindingKind.Unexpected, $"exchange {other}", "is not the farm's", "give it a vhost of its own, or delete it");
    }

    private static IEnumerable<string> Differ(ExchangeDefinition expected, ExchangeDefinition actual) =>
    [
        .. Differences.Of("type", expected.Type, actual.Type),
        .. Differences.Of("durable", expected.Durable, actual.Durable),
        .. Differences.Of("auto_delete", expected.AutoDelete, actual.AutoDelete),
        .. Differences.Of("internal", expected.Internal, actual.Internal),
        .. Differences.Of("argument", expected.Arguments, actual.Arguments),
    ];

    private static bool IsBuiltIn(string name) => name.Length == 0 || name.StartsWith("amq.", StringComparison.Ordinal);
}
