using System.Diagnostics;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

/// <summary>Faults S1, S3 and S4 of docs/FAILURE-MODES.md at the level of one call: each ends in time and in one sentence.</summary>
public sealed class S3FaultTests
{
    private const string Key = "audio/ab/abcdef.wav";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AccessDenied", 1)]
    [InlineData(403, "SignatureDoesNotMatch", 1)]
    [InlineData(503, "SlowDown", 3)]
    [InlineData(500, "InternalError", 3)]
    public async Task Put_ServerAnswersWithAnError_SaysItAndRepeatsAtMostTwice(int status, string code, int requests)
    {
        await using var server = new FaultyServer(FaultyServer.Error(status, code), hangUp: true);
        using var store = Open(server, seconds: 20);

        var error = await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, new byte[10], "audio/wav", Cancellation));

        error.Message.ShouldContain($"{status} {code}");
        error.Message.ShouldContain($"s3://tts-audio/{Key}");
        server.Requests.ShouldBe(requests);
    }

    [Fact]
    public async Task Put_Request_HasNeitherChunkFramingNorTheSdksChecksums()
    {
        await using var server = new FaultyServer(FaultyServer.Error(403, "AccessDenied"), hangUp: true);
        using var store = Open(server, seconds: 20);

        await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, new byte[10], "audio/wav", Cancellation));

        server.Headers.ShouldContain("Content-Length: 10");
        server.Headers.ShouldNotContain(line => line.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase));
        server.Headers.ShouldNotContain(line => line.Contains("checksum", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Get_Forbidden_IsAnOutageAndNotAMissingObject()
    {
        await using var server = new FaultyServer(FaultyServer.Error(403, "AccessDenied"), hangUp: true);
        using var store = Open(server, seconds: 20);

        var error = await Should.ThrowAsync<AudioStoreException>(() => store.TryGetAsync(Key, Cancellation));

        error.Message.ShouldContain("credentials");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nnot all of it")]
    public async Task Get_ServerHangs_EndsWithinTheLimit(string answer)
    {
        await using var server = new FaultyServer(answer, hangUp: false);
        using var store = Open(server, seconds: 1);
        var clock = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<AudioStoreException>(() => store.TryGetAsync(Key, Cancellation));

        error.Message.ShouldContain("TTS_STORE_SECONDS");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Get_BodyBreaksOff_IsAnErrorAndNotShortAudio()
    {
        await using var server = new FaultyServer("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nnot all of it", hangUp: true);
        using var store = Open(server, seconds: 20);

        await Should.ThrowAsync<AudioStoreException>(() => store.TryGetAsync(Key, Cancellation));
    }

    [Fact]
    public async Task Put_CallerGivesUpOnAHangingServer_IsACancellation()
    {
        await using var server = new FaultyServer("", hangUp: false);
        using var store = Open(server, seconds: 60);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => store.PutAsync(Key, new byte[10], "audio/wav", patience.Token));
    }

    private static IAudioStore Open(FaultyServer server, int seconds) => AudioStoreFactory.Open(new StoreOptions
    {
        Store = "s3://tts-audio",
        S3Endpoint = server.Endpoint.ToString(),
        S3PathStyle = true,
        StoreSeconds = seconds,
    });
}
