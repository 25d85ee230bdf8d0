namespace TtsConsumers.Producer.Cli.Provisioning;

/// <summary>Which passwords users get: the environment's, else those they have; for the rest new ones are made.</summary>
internal static class Passwords
{
    /// <summary>The roles, as they name users and settings.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["producer", "consumer", "operator", "monitor"];

    /// <summary>Gathers what is known.</summary>
    /// <param name="settings">The environment.</param>
    /// <param name="kept">Those of an earlier provisioning.</param>
    /// <returns>By role.</returns>
    public static Dictionary<string, string> Gather(CliSettings settings, IReadOnlyDictionary<string, string>? kept)
    {
        var passwords = new Dictionary<string, string>();
        foreach (var role in Roles)
        {
            if ((settings.Password(role) ?? kept?.GetValueOrDefault(role)) is { } password)
                passwords[role] = password;
        }
        return passwords;
    }
}
