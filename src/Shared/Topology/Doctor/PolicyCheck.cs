using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares policies, key by key. One policy applies to a queue at a time, so each must be complete, or a promise is silently gone.</summary>
internal static class PolicyCheck
{
    private const string Remedy = "import infra/rabbitmq-definitions.json again (tts provision)";

    /// <summary>The shipped policies by name: there, unchanged in pattern, priority and every key.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<PolicyDefinition> expected, IReadOnlyList<PolicyDefinition> actual)
    {
        var found = actual.ToDictionary(policy => policy.Name);
        foreach (var policy in expected)
        {
            var subject = $"policy {policy.Name}";
            if (!found.TryGetValue(policy.Name, out var there))
                yield return Finding.Missing(subject);
            else
                foreach (var difference in Differ(policy, there))
                    yield return new(FindingKind.Changed, subject, difference, Remedy);
        }
    }

    /// <summary>Which policy the broker says governs each queue: where it is not the shipped one, each key that this changes.</summary>
    public static IEnumerable<Finding> CompareEffective(
        IReadOnlyList<PolicyDefinition> expected, IReadOnlyList<QueueDefinition> queues, IReadOnlyList<PolicyDefinition> actual)
    {
        var found = actual.ToDictionary(policy => policy.Name);
        foreach (var queue in queues)
        {
            var shipped = expected.FirstOrDefault(policy => PolicyMatch.Covers(policy, queue.Name));
            if (shipped is null || queue.Policy is null || queue.Policy == shipped.Name || !found.TryGetValue(queue.Policy, out var other))
                continue;
            foreach (var difference in Differences.Of("policy key", shipped.Definition, other.Definition))
            {
                yield return new(FindingKind.Changed, $"queue {queue.Name}", $"{difference}, because policy '{other.Name}' governs it instead of '{shipped.Name}'",
                    $"delete policy '{other.Name}', lower its priority below {shipped.Priority} or narrow its pattern");
            }
        }
    }

    /// <summary>Operator policies are laid over all others; the farm ships none.</summary>
    public static IEnumerable<Finding> CompareOperators(IReadOnlyList<QueueDefinition> queues, IReadOnlyList<PolicyDefinition> operators)
    {
        foreach (var policy in operators)
        {
            var covered = queues.Where(queue => PolicyMatch.Covers(policy, queue.Name)).Select(queue => queue.Name).ToList();
            if (covered.Count > 0)
            {
                yield return new(FindingKind.Unexpected, $"operator policy {policy.Name}",
                    $"lays {string.Join(", ", policy.Definition.Select(entry => $"{entry.Key} = {entry.Value}"))} over {string.Join(", ", covered)}",
                    "delete it or narrow its pattern");
            }
        }
    }

    private static IEnumerable<string> Differ(PolicyDefinition expected, PolicyDefinition actual) =>
    [
        .. Differences.Of("pattern", expected.Pattern, actual.Pattern),
        .. Differences.Of("apply-to", expected.ApplyTo, actual.ApplyTo),
        .. Differences.Of("priority", expected.Priority, actual.Priority),
        .. Differences.Of("key", expected.Definition, actual.Definition),
    ];
}
