using TtsConsumers.Shared.Storage;
using TtsConsumers.Tests.Kit.Storage;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>A real S3 server with a bucket, and the front that makes its faults.</summary>
public sealed class StormStore : IAsyncDisposable
{
    private readonly BucketServer server;

    private StormStore(BucketServer server, Random chance)
    {
        this.server = server;
        Front = new StoreFront(server.Port, chance);
        Front.Start();
        Options = server.Options;
        Options.StoreSeconds = 120;
    }

    /// <summary>Where hosts come in.</summary>
    public StoreFront Front { get; }

    /// <summary>The way past the front, for who checks what is stored.</summary>
    public StoreOptions Options { get; }

    /// <summary>The settings of a host that uses it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(BucketServer.Credentials)
    {
        ["TTS_STORE"] = Options.Store,
        ["TTS_S3_ENDPOINT"] = Front.Endpoint.ToString(),
        ["TTS_S3_PATH_STYLE"] = "true",
        ["TTS_STORE_SECONDS"] = "5",
    };

    /// <summary>Starts one.</summary>
    /// <param name="folder">Gets the objects.</param>
    /// <param name="chance">Which requests a partial fault hits.</param>
    /// <exception cref="StormException">s3rver is not installed, or does not start.</exception>
    public static async Task<StormStore> StartAsync(string folder, Random chance)
    {
        try
        {
            return new StormStore(await BucketServer.StartAsync(folder), chance);
        }
        catch (InvalidOperationException error)
        {
            throw new StormException($"the storm stores audio in npm's s3rver: {error.Message}; ./farm chaos installs it where there is npm");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        await server.DisposeAsync();
    }
}
