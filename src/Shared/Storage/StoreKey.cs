using System.Text.RegularExpressions;

namespace TtsConsumers.Shared.Storage;

/// <summary>Which keys a store takes: segments of <c>A-Z a-z 0-9 . _ -</c> joined by <c>/</c>, none beginning with a dot, 512 characters at most.</summary>
/// <remarks>Such a key is the same as a relative path, as an S3 key and inside a URI: nothing needs escaping and nothing can leave the root.</remarks>
public static partial class StoreKey
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxLength = 512;

    /// <summary>Whether a text is such a key.</summary>
    public static bool IsValid(string? key) => key is { Length: > 0 and <= MaxLength } && Pattern().IsMatch(key);

    /// <summary>Refuses anything else.</summary>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is not such a key.</exception>
    public static string Check(string key) => IsValid(key)
        ? key
        : throw new ArgumentException("A store key is segments of A-Z a-z 0-9 . _ - joined by '/', none beginning with a dot.", nameof(key));

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
