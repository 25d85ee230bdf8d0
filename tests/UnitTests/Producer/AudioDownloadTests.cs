using System.Security.Cryptography;
using Shouldly;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class AudioDownloadTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"tts-download-{Path.GetRandomFileName()}.wav");
    private readonly byte[] bytes = [1, 2, 3, 4];
    private readonly AudioDownload download = new(new StoreOptions());

    public AudioDownloadTests() => File.WriteAllBytes(file, bytes);

    public void Dispose()
    {
        download.Dispose();
        File.Delete(file);
    }

    [Fact]
    public async Task FetchAsync_AsTheResultSays_GivesTheBytes() => (await FetchAsync(Audio())).ShouldBe(bytes);

    [Fact]
    public async Task FetchAsync_OtherBytes_SaysBothHashes()
    {
        var audio = Audio();
        await File.WriteAllBytesAsync(file, [1, 2, 3, 5], TestContext.Current.CancellationToken);

        (await FailAsync(audio)).ShouldContain(audio.Sha256);
    }

    [Fact]
    public async Task FetchAsync_OtherLength_SaysBothLengths()
    {
        var audio = Audio();
        await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);

        (await FailAsync(audio)).ShouldContain("3 bytes; the result says 4");
    }

    [Fact]
    public async Task FetchAsync_NotThere_SaysSo()
    {
        File.Delete(file);

        (await FailAsync(Audio())).ShouldContain("not there");
    }

    [Fact]
    public async Task FetchAsync_OtherKindOfAddress_SaysSo() =>
        (await FailAsync(Audio() with { Uri = "https://127.0.0.1/audio.wav" })).ShouldContain("not an address");

    private ResultAudio Audio() =>
        new(FileUri.Of(file), "audio/wav", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 24000, 0);

    private Task<byte[]> FetchAsync(ResultAudio audio) => download.FetchAsync(audio, TestContext.Current.CancellationToken);

    private async Task<string> FailAsync(ResultAudio audio) => (await Should.ThrowAsync<AudioFetchException>(() => FetchAsync(audio))).Message;
}
