namespace TtsConsumers.Shared.Storage;

/// <summary>Paths as <c>file:///absolute/path</c> and back. Every character of a path survives, also <c>#</c>, <c>?</c>, <c>%</c> and a space.</summary>
/// <remarks><see cref="Uri"/> is not asked: it folds <c>..</c> and reads a backslash as a slash, and a path may hold both.</remarks>
public static class FileUri
{
    private const string Scheme = "file://";

    /// <summary>The URI of an absolute path.</summary>
    /// <param name="path">Begins with <c>/</c>.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static string Of(string path)
    {
        if (!path.StartsWith('/'))
            throw new ArgumentException("Only an absolute path has a file URI.", nameof(path));
        return Scheme + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>The path a URI names.</summary>
    /// <returns><see langword="null"/> where the text is not <c>file:///…</c>; <c>file:///</c> itself names no file and no directory to use.</returns>
    public static string? TryReadPath(string? uri)
    {
        if (uri is null || !uri.StartsWith(Scheme + "/", StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(uri[Scheme.Length..]);
        return path.TrimEnd('/').Length > 0 && !path.Contains('\0', StringComparison.Ordinal) ? path : null;
    }
}
