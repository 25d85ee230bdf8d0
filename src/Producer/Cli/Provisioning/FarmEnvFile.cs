using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Producer.Cli.Provisioning;

/// <summary>The file that keeps a farm's URIs, secrets included, as <c>KEY=VALUE</c> lines; readable to its owner alone.</summary>
/// <param name="path">Where it is.</param>
internal sealed class FarmEnvFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string AdminKey = "TTS_BROKER_ADMIN";

    /// <summary>The passwords in it, by role; none where there is no such file.</summary>
    public IReadOnlyDictionary<string, string> ReadPasswords() => File.Exists(path)
        ? Passwords.Roles.Select(role => (Role: role, Password: PasswordIn(role))).Where(pair => pair.Password is not null)
            .ToDictionary(pair => pair.Role, pair => pair.Password!)
        : new Dictionary<string, string>();

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="uris">The four users' URIs.</param>
    /// <param name="admin">The management URL.</param>
    public void Write(FarmUris uris, Uri admin)
    {
        string[] lines =
        [
            $"{KeyOf("producer")}={uris.Producer}",
            $"{KeyOf("consumer")}={uris.Consumer}",
            $"{KeyOf("operator")}={uris.Operator}",
            $"{KeyOf("monitor")}={uris.Monitor}",
            $"{AdminKey}={admin.AbsoluteUri}",
        ];
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var partial = $"{whole}.part";
        File.Delete(partial);
        using (var writer = new StreamWriter(partial, NewFile()))
        {
            foreach (var line in lines)
                writer.WriteLine(line);
        }
        File.Move(partial, whole, overwrite: true);
    }

    /// <summary>Takes it away.</summary>
    public void Delete() => File.Delete(path);

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static string KeyOf(string role) => $"TTS_BROKER_{role.ToUpperInvariant()}";

    private string? PasswordIn(string role)
    {
        var key = KeyOf(role) + "=";
        var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        var first = line?[key.Length..].Split(',')[0];
        return Uri.TryCreate(first, UriKind.Absolute, out var uri) && uri.UserInfo.Split(':', 2) is [_, { Length: > 0 } password]
            ? Uri.UnescapeDataString(password)
            : null;
    }
}
