namespace TtsConsumers.Shared.Storage;

/// <summary>
/// A store in a directory. An object is written beside its place under another name, flushed to disk and renamed: readers see all of it or
/// nothing. The root must exist and is never made here: a disk that is not mounted is an outage, not an empty store.
/// </summary>
/// <remarks>Media types are not kept. A host killed in the middle of a put leaves a file ending in <c>.part</c>, which nobody reads.</remarks>
/// <param name="root">The directory's absolute path.</param>
public sealed class DirectoryAudioStore(string root) : IAudioStore
{
    private readonly string root = root.TrimEnd('/');

    /// <inheritdoc/>
    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        var path = PathOf(key);
        try
        {
            RequireRoot();
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            await ReplaceAsync(path, content, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AudioStoreException($"writing {path} failed ({error.Message}): check that TTS_STORE is writable and its disk has room", error);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> TryGetAsync(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        var bytes = await TryReadAsync(path, cancellation).ConfigureAwait(false);
        if (bytes is null)
            RequireRoot();
        return bytes;
    }

    /// <inheritdoc/>
    public string UriOf(string key) => FileUri.Of(PathOf(key));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing between calls.
    }

    /// <summary>Reads a file whole.</summary>
    /// <returns><see langword="null"/> where there is none.</returns>
    /// <exception cref="AudioStoreException">It is there and cannot be read.</exception>
    internal static async Task<byte[]?> TryReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AudioStoreException($"reading {path} failed ({error.Message}): check that it may be read", error);
        }
    }

    private static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            await WriteThroughAsync(part, content, cancellation).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task WriteThroughAsync(string part, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(content, cancellation).ConfigureAwait(false);
            // Before the rename: after a power cut a name must not stand for bytes that never reached the disk.
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
    }

    private string PathOf(string key) => $"{root}/{StoreKey.Check(key)}";

    private void RequireRoot()
    {
        if (!Directory.Exists(root))
            throw new AudioStoreException($"the store's directory {root} is not there: check TTS_STORE and whether its disk is mounted, or make it");
    }
}
