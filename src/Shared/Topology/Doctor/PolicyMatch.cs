using System.Text.RegularExpressions;
using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Whether a policy's pattern covers a name, as the broker decides it: anywhere in the name unless anchored.</summary>
internal static class PolicyMatch
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Whether it does.</summary>
    /// <remarks>The broker's patterns are PCRE; one that .NET reads differently or not at all counts as covering, so that it is told rather than missed.</remarks>
    public static bool Covers(PolicyDefinition policy, string name)
    {
        if (policy.ApplyTo == "exchanges")
            return false;
        try
        {
            return Regex.IsMatch(name, policy.Pattern, RegexOptions.CultureInvariant, Limit);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
