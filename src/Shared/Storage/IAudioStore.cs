namespace TtsConsumers.Shared.Storage;

/// <summary>
/// Where audio lives: objects of a few hundred kilobytes under a key. A put over an existing key replaces it in one step: a reader sees the old
/// bytes or the new ones. Safe for many callers at once.
/// </summary>
/// <remarks>A directory and Amazon S3 promise the one step; s3rver writes in place, so a sidecar read from it may be half written.
/// Keys are as <see cref="StoreKey"/> allows; any other is an <see cref="ArgumentException"/> before anything is touched.</remarks>
public interface IAudioStore : IDisposable
{
    /// <summary>Stores an object; on return it is durable as far as the store promises durability.</summary>
    /// <param name="key">Where, e.g. an <see cref="AudioKey"/>'s name.</param>
    /// <param name="content">The object's bytes; must not change until the put is over.</param>
    /// <param name="contentType">The media type, e.g. <c>audio/wav</c>; kept where the store can keep it.</param>
    /// <param name="cancellation">Gives up waiting; the object may be there or not.</param>
    /// <exception cref="AudioStoreException">The store could not take it.</exception>
    Task PutAsync(string key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation);

    /// <summary>Reads an object.</summary>
    /// <param name="key">Where it was put.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Its bytes, or <see langword="null"/> where there is no such object.</returns>
    /// <exception cref="AudioStoreException">The store could not say.</exception>
    Task<byte[]?> TryGetAsync(string key, CancellationToken cancellation);

    /// <summary>The address of an object as it stands in a result: <c>file:///absolute/path</c> or <c>s3://bucket/key</c>.</summary>
    /// <param name="key">Where it was or will be put.</param>
    string UriOf(string key);
}
