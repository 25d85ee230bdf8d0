namespace TtsConsumers.Shared.Storage;

/// <summary>A store in a bucket of Amazon S3 or any server that speaks its protocol. A put is atomic there.</summary>
/// <remarks>Conditional puts are not used: some servers ignore their condition, and content-addressed keys need none.</remarks>
public sealed class S3AudioStore : IAudioStore
{
    private readonly StoreAddress.Bucket bucket;
    private readonly S3Access access;

    internal S3AudioStore(StoreAddress.Bucket bucket, S3Access access)
    {
        this.bucket = bucket;
        this.access = access;
    }

    /// <inheritdoc/>
    public Task PutAsync(string key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        access.PutAsync(bucket.Name, ObjectKey(key), content, contentType, cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> TryGetAsync(string key, CancellationToken cancellation) =>
        access.TryGetAsync(bucket.Name, ObjectKey(key), cancellation);

    /// <inheritdoc/>
    public string UriOf(string key) => StoreAddress.ObjectUri(bucket.Name, ObjectKey(key));

    /// <inheritdoc/>
    public void Dispose() => access.Dispose();

    private string ObjectKey(string key) => bucket.Prefix + StoreKey.Check(key);
}
