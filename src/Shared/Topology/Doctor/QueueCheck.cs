using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares queues: there, quorum, durable, with the right arguments, and no others but collectors'.</summary>
internal static class QueueCheck
{
    private const string Remedy =
        "a queue can't be changed; stop the hosts, empty and delete it, then import infra/rabbitmq-definitions.json again";

    public static IEnumerable<Finding> Compare(IReadOnlyList<QueueDefinition> expected, IReadOnlyList<QueueDefinition> actual)
    {
        var found = actual.ToDictionary(queue => queue.Name);
        foreach (var queue in expected)
        {
            var subject = $"queue {queue.Name}";
            if (!found.TryGetValue(queue.Name, out var there))
                yield return Finding.Missing(subject);
            else
                foreach (var difference in Differ(queue, there))
                    yield return new(FindingKind.Changed, subject, difference, Remedy);
        }
        var ours = expected.Select(queue => queue.Name).ToHashSet();
        foreach (var other in found.Keys.Where(name => !ours.Contains(name) && !IsCollectors(name)))
            yield return new(FindingKind.Unexpected, $"queue {other}", "is not the farm's", "give it a vhost of its own, or delete it");
    }

    /// <summary>Whether a queue is a collector's own.</summary>
    public static bool IsCollectors(string name) => name.StartsWith(Queues.ReplyPrefix, StringComparison.Ordinal);

    private static IEnumerable<string> Differ(QueueDefinition expected, QueueDefinition actual) =>
    [
        .. Differences.Of("durable", expected.Durable, actual.Durable),
        .. Differences.Of("auto_delete", expected.AutoDelete, actual.AutoDelete),
        .. Differences.Of("argument", expected.Arguments, actual.Arguments),
    ];
}
