using System.Security.Cryptography;
using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>The four users of a farm.</summary>
/// <param name="Producer">Sends jobs and collects results.</param>
/// <param name="Consumer">The hosts'.</param>
/// <param name="Operator">Looks at dead letters and replays them.</param>
/// <param name="Monitor">Looks at everything through the management API and touches nothing.</param>
public sealed record FarmUsers(FarmUser Producer, FarmUser Consumer, FarmUser Operator, FarmUser Monitor)
{
    private const int SecretBytes = 24;

    /// <summary>All four.</summary>
    public IReadOnlyList<FarmUser> All => [Producer, Consumer, Operator, Monitor];

    /// <summary>The shipped users under the names they have at a broker that serves several farms.</summary>
    /// <param name="suffix">Empty for the plain names; else <c>producer-</c> and the suffix, and so on.</param>
    public static IReadOnlyList<UserDefinition> Named(string suffix) =>
        [.. BrokerDefinitions.Users.Select(user => user with { Name = suffix.Length > 0 ? $"{user.Name}-{suffix}" : user.Name })];

    /// <summary>Makes the four with a new secret each.</summary>
    /// <param name="suffix">As in <see cref="Named"/>.</param>
    /// <param name="passwords">Passwords to use instead, by role (<c>producer</c> …); for roles it does not name, secrets are made.</param>
    public static FarmUsers Generate(string suffix = "", IReadOnlyDictionary<string, string>? passwords = null)
    {
        return new(Make("producer"), Make("consumer"), Make("operator"), Make("monitor"));

        FarmUser Make(string role) => new(
            Named(suffix)[IndexOf(role)],
            passwords?.GetValueOrDefault(role) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
    }

    private static int IndexOf(string role)
    {
        var names = BrokerDefinitions.Users.Select(user => user.Name).ToList();
        return names.IndexOf(role) is >= 0 and var index ? index : throw new InvalidOperationException($"rabbitmq-users.json has no '{role}'");
    }
}
