using System.Net;
using System.Runtime.InteropServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace TtsConsumers.Shared.Storage;

/// <summary>
/// Puts and gets against one S3 server, each bounded in time and each fault turned into one sentence. Credentials come from the SDK's chain
/// (environment, profile, container or instance role) at the first call.
/// </summary>
internal sealed class S3Access : IDisposable
{
    private const int Repeats = 2;

    private readonly Lazy<AmazonS3Client> client;
    private readonly TimeSpan limit;
    private readonly string where;

    public S3Access(StoreOptions options)
    {
        limit = TimeSpan.FromSeconds(options.StoreSeconds);
        where = string.IsNullOrEmpty(options.S3Endpoint) ? $"Amazon S3 in {options.S3Region}" : options.S3Endpoint;
        client = new(() => new AmazonS3Client(Configure(options)));
    }

    public Task PutAsync(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        BoundedAsync($"put of {StoreAddress.ObjectUri(bucket, key)}", bucket, async bounded =>
        {
            using var stream = StreamOver(content);
            var request = new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                ContentType = contentType,
                InputStream = stream,
                // Servers other than Amazon's may store the framing of chunked encoding as if it were audio.
                UseChunkEncoding = false,
            };
            return await client.Value.PutObjectAsync(request, bounded).ConfigureAwait(false);
        }, cancellation);

    public Task<byte[]?> TryGetAsync(string bucket, string key, CancellationToken cancellation) =>
        BoundedAsync($"get of {StoreAddress.ObjectUri(bucket, key)}", bucket, bounded => ReadAsync(bucket, key, bounded), cancellation);

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private static AmazonS3Config Configure(StoreOptions options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.S3PathStyle,
            MaxErrorRetry = Repeats,
            Timeout = TimeSpan.FromSeconds(options.StoreSeconds),
            // The SDK's own checksums are trailers and headers that other servers refuse or store; bytes are checked by their sha256 in the key.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (string.IsNullOrEmpty(options.S3Endpoint))
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.S3Region);
            return config;
        }
        config.ServiceURL = options.S3Endpoint;
        config.AuthenticationRegion = options.S3Region;
        return config;
    }

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);

    private async Task<byte[]?> ReadAsync(string bucket, string key, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.Value.GetObjectAsync(bucket, key, cancellation).ConfigureAwait(false);
            using var bytes = new MemoryStream();
            await response.ResponseStream.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound && error.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    private async Task<T> BoundedAsync<T>(string what, string bucket, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(limit);
        try
        {
            return await call(bounded.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested && S3Fault.Explain(error, bucket) is { } why)
        {
            throw new AudioStoreException($"{what} at {where} failed: {why}", error);
        }
    }
}
