namespace TtsConsumers.Shared.Storage;

/// <summary>The receiver's side: fetches audio by the <c>uri</c> of a result, whether it names a file or an object of a bucket.</summary>
/// <remarks>Of the settings only those of S3 are used. Which files and buckets may be read is the operating system's and the server's business.</remarks>
/// <param name="options">Endpoint, path style, region and time limit for <c>s3://</c>.</param>
public sealed class AudioReader(StoreOptions options) : IDisposable
{
    private readonly S3Access access = new(options);

    /// <summary>Fetches an object.</summary>
    /// <param name="uri"><c>file:///absolute/path</c> or <c>s3://bucket/key</c>.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Its bytes, or <see langword="null"/> where there is no such object.</returns>
    /// <exception cref="AudioStoreException">The store could not say.</exception>
    /// <exception cref="ArgumentException">The URI is neither.</exception>
    public Task<byte[]?> TryReadAsync(string uri, CancellationToken cancellation)
    {
        if (FileUri.TryReadPath(uri) is { } path)
            return DirectoryAudioStore.TryReadAsync(path, cancellation);
        if (StoreAddress.TryReadObject(uri) is { } place)
            return access.TryGetAsync(place.Bucket, place.Key, cancellation);
        throw new ArgumentException($"'{uri}' is neither file:///absolute/path nor s3://bucket/key", nameof(uri));
    }

    /// <inheritdoc/>
    public void Dispose() => access.Dispose();
}
