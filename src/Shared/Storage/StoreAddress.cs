using System.Text.RegularExpressions;

namespace TtsConsumers.Shared.Storage;

/// <summary>What <c>TTS_STORE</c> names: a directory or a bucket.</summary>
public abstract partial record StoreAddress
{
    private const string S3Scheme = "s3://";

    private StoreAddress() { }

    /// <summary>A directory, <c>file:///absolute/path</c>.</summary>
    /// <param name="Path">Its absolute path.</param>
    public sealed record Folder(string Path) : StoreAddress;

    /// <summary>A bucket, <c>s3://bucket</c> or <c>s3://bucket/prefix</c>.</summary>
    /// <param name="Name">The bucket.</param>
    /// <param name="Prefix">What every key begins with: empty, or a key followed by <c>/</c>.</param>
    public sealed record Bucket(string Name, string Prefix) : StoreAddress;

    /// <summary>Reads an address.</summary>
    /// <returns><see langword="null"/> where the text is neither.</returns>
    public static StoreAddress? TryParse(string? text)
    {
        if (FileUri.TryReadPath(text) is { } path)
            return new Folder(path);
        if (text is null || !text.StartsWith(S3Scheme, StringComparison.Ordinal))
            return null;
        var (name, prefix) = Split(text[S3Scheme.Length..].TrimEnd('/'));
        if (!BucketPattern().IsMatch(name) || (prefix.Length > 0 && !StoreKey.IsValid(prefix)))
            return null;
        return new Bucket(name, prefix.Length > 0 ? prefix + "/" : "");
    }

    /// <summary>The address of an object in a bucket.</summary>
    internal static string ObjectUri(string bucket, string key) => $"{S3Scheme}{bucket}/{key}";

    /// <summary>Reads the address of an object in a bucket.</summary>
    /// <returns><see langword="null"/> where the text is none.</returns>
    internal static (string Bucket, string Key)? TryReadObject(string uri)
    {
        if (!uri.StartsWith(S3Scheme, StringComparison.Ordinal))
            return null;
        var (bucket, key) = Split(uri[S3Scheme.Length..]);
        return BucketPattern().IsMatch(bucket) && key.Length > 0 ? (bucket, key) : null;
    }

    private static (string Name, string Path) Split(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? (text[..slash], text[(slash + 1)..]) : (text, "");

    // The rule of general purpose buckets: 3 to 63 lower-case letters, digits, dots and hyphens.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex BucketPattern();
}
