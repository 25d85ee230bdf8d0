using System.Security.Cryptography;

namespace TtsConsumers.Tests.ClusterTests.Brokers;

/// <summary>What the nodes of one cluster share.</summary>
/// <param name="Password">The administrator's.</param>
/// <param name="Cookie">By which the nodes know each other.</param>
internal sealed record ClusterSecrets(string Password, string Cookie)
{
    /// <summary>The administrator.</summary>
    public const string User = "farm";

    /// <summary>User and password as a URI has them.</summary>
    public string Login => $"{User}:{Password}";

    /// <summary>New ones.</summary>
    public static ClusterSecrets Make() => new(Secret(), Secret());

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
