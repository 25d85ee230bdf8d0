namespace TtsConsumers.Shared.Storage;

/// <summary>Opens the store that the settings name.</summary>
public static class AudioStoreFactory
{
    /// <summary>Opens a store. Nothing is connected to yet; the first call tells whether it works.</summary>
    /// <param name="options">Valid settings.</param>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    public static IAudioStore Open(StoreOptions options) => options.Address switch
    {
        StoreAddress.Folder folder => new DirectoryAudioStore(folder.Path),
        StoreAddress.Bucket bucket => new S3AudioStore(bucket, new S3Access(options)),
        _ => throw new ArgumentException("TTS_STORE names neither a directory nor a bucket", nameof(options)),
    };
}
