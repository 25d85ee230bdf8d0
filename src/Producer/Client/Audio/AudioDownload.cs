using System.Security.Cryptography;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>Fetches the audio of results and proves that it is the audio the host made.</summary>
/// <param name="store">The S3 settings; only needed for <c>s3://</c> addresses.</param>
public sealed class AudioDownload(StoreOptions store) : IDisposable
{
    private readonly AudioReader reader = new(store);

    /// <summary>Fetches an object and checks its length and SHA-256.</summary>
    /// <param name="audio">As the result names it.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The whole file.</returns>
    /// <exception cref="AudioFetchException">It is not there, or its bytes are not those of the result.</exception>
    /// <exception cref="AudioStoreException">The store could not say.</exception>
    public async Task<byte[]> FetchAsync(ResultAudio audio, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(audio, cancellation).ConfigureAwait(false)
            ?? throw new AudioFetchException($"{audio.Uri} is not there");
        if (bytes.Length != audio.Bytes)
            throw new AudioFetchException($"{audio.Uri} has {bytes.Length} bytes; the result says {audio.Bytes}");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return sha256 == audio.Sha256
            ? bytes
            : throw new AudioFetchException($"{audio.Uri} has sha256 {sha256}; the result says {audio.Sha256}");
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private async Task<byte[]?> ReadAsync(ResultAudio audio, CancellationToken cancellation)
    {
        try
        {
            return await reader.TryReadAsync(audio.Uri, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException error)
        {
            throw new AudioFetchException($"{audio.Uri} is not an address this client can fetch", error);
        }
    }
}
