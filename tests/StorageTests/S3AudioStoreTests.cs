using System.Net;
using System.Net.Sockets;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

public sealed class S3AudioStoreTests(S3Server server) : AudioStoreContract
{
    protected override StoreOptions Options => OptionsAt(server.Endpoint, $"s3://{S3Server.Bucket}/run-1");

    [Fact]
    public async Task Put_ContentType_IsKept()
    {
        using var store = AudioStoreFactory.Open(Options);
        await store.PutAsync(Key, Bytes(10, 1), "audio/wav", Cancellation);
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(server.Endpoint, $"{S3Server.Bucket}/run-1/{Key}"), Cancellation);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
    }

    [Fact]
    public void UriOf_BucketWithAndWithoutPrefix_NamesBucketAndKey()
    {
        using var with = AudioStoreFactory.Open(Options);
        using var without = AudioStoreFactory.Open(OptionsAt(server.Endpoint, "s3://tts-audio"));

        with.UriOf(Key).ShouldBe($"s3://tts-audio/run-1/{Key}");
        without.UriOf(Key).ShouldBe($"s3://tts-audio/{Key}");
    }

    [Fact]
    public async Task AnyCall_BucketMissing_NamesBucketAndSettings()
    {
        using var store = AudioStoreFactory.Open(OptionsAt(server.Endpoint, "s3://no-such-bucket"));

        var put = await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, Bytes(1, 1), "audio/wav", Cancellation));
        var get = await Should.ThrowAsync<AudioStoreException>(() => store.TryGetAsync(Key, Cancellation));

        foreach (var error in new[] { put, get })
        {
            error.Message.ShouldContain("404 NoSuchBucket");
            error.Message.ShouldContain("'no-such-bucket'");
            error.Message.ShouldContain("TTS_S3_ENDPOINT");
        }
    }

    [Fact]
    public async Task AnyCall_NobodyListens_NamesTheEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var store = AudioStoreFactory.Open(OptionsAt(new Uri($"http://127.0.0.1:{port}"), "s3://tts-audio"));

        var error = await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, Bytes(1, 1), "audio/wav", Cancellation));

        error.Message.ShouldContain($"127.0.0.1:{port}");
        error.Message.ShouldContain("refused");
    }

    protected override async Task<byte[]> ReadRawAsync(string key)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(server.Endpoint, $"{S3Server.Bucket}/run-1/{key}"), Cancellation);
    }

    private static StoreOptions OptionsAt(Uri endpoint, string store) =>
        new() { Store = store, S3Endpoint = endpoint.ToString(), S3PathStyle = true, StoreSeconds = 20 };
}
