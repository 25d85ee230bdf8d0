using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares what the farm's users may do in its vhost, and looks for users who are neither the farm's nor administrators.</summary>
internal static class PermissionCheck
{
    private const string Remedy = "set it as in infra/rabbitmq-users.json (tts provision)";

    public static IEnumerable<Finding> Compare(
        IReadOnlyList<UserDefinition> expected, IReadOnlyList<PermissionsDefinition> actual, IReadOnlySet<string> administrators)
    {
        var found = actual.ToDictionary(permissions => permissions.User ?? "");
        foreach (var user in expected)
        {
            var subject = $"user {user.Name}";
            if (!found.TryGetValue(user.Name, out var there))
                yield return new(FindingKind.Missing, subject, "is missing or has no permissions in the vhost", Remedy);
            else
                foreach (var difference in Differ(user, there))
                    yield return new(FindingKind.Changed, subject, difference, Remedy);
        }
        var ours = expected.Select(user => user.Name).ToHashSet();
        foreach (var other in found.Keys.Where(name => !ours.Contains(name) && !administrators.Contains(name)))
        {
            yield return new(FindingKind.Unexpected, $"user {other}", "is not the farm's and has permissions in its vhost",
                "take its permissions away: nobody but the deployer may reach past the four users");
        }
    }

    private static IEnumerable<string> Differ(UserDefinition expected, PermissionsDefinition actual) =>
    [
        .. Differences.Of("configure permission", expected.Configure, actual.Configure),
        .. Differences.Of("write permission", expected.Write, actual.Write),
        .. Differences.Of("read permission", expected.Read, actual.Read),
    ];
}
