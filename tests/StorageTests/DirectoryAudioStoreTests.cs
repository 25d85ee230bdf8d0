using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

public sealed class DirectoryAudioStoreTests : AudioStoreContract, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("tts-store-").FullName;

    protected override StoreOptions Options => new() { Store = FileUri.Of(root) };

    public void Dispose()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Put_Done_LeavesNothingButTheObject()
    {
        using var store = AudioStoreFactory.Open(Options);

        await store.PutAsync(Key, Bytes(100, 1), "audio/wav", Cancellation);

        Directory.GetFiles(root, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(root, Key)]);
    }

    // These two are for the directory alone: Amazon S3 promises the same, s3rver writes in place.
    [Fact]
    public async Task Put_ManyAtOnceOnOneKey_LeavesOneOfThemWhole()
    {
        using var store = AudioStoreFactory.Open(Options);
        var candidates = Enumerable.Range(0, 16).Select(seed => Bytes(100_000 + seed, seed)).ToArray();

        await Task.WhenAll(candidates.Select(bytes => store.PutAsync(Key, bytes, "audio/wav", Cancellation)));

        var stored = await ReadRawAsync(Key);
        candidates.ShouldContain(bytes => bytes.SequenceEqual(stored));
    }

    [Fact]
    public async Task Get_WhileTheKeyIsReplaced_GivesTheOldOrTheNewWhole()
    {
        using var store = AudioStoreFactory.Open(Options);
        var (one, other) = (Bytes(200_000, seed: 1), Bytes(150_000, seed: 2));
        await store.PutAsync(Key, one, "audio/wav", Cancellation);

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await store.PutAsync(Key, i % 2 == 0 ? other : one, "audio/wav", Cancellation);
        }, Cancellation);
        do
        {
            var seen = await store.TryGetAsync(Key, Cancellation);
            seen.ShouldNotBeNull();
            (seen.SequenceEqual(one) || seen.SequenceEqual(other)).ShouldBeTrue($"{seen.Length} bytes that were never put");
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task Put_PlaceTakenByADirectory_SaysWhatToCheckAndLeavesNoPart()
    {
        Directory.CreateDirectory(Path.Combine(root, Key));
        using var store = AudioStoreFactory.Open(Options);

        var error = await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, Bytes(100, 1), "audio/wav", Cancellation));

        error.Message.ShouldContain(root);
        error.Message.ShouldContain("TTS_STORE");
        Directory.GetFiles(root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task AnyCall_RootGone_IsAnOutageAndTheRootIsNotMade()
    {
        using var store = AudioStoreFactory.Open(Options);
        Directory.Delete(root);

        var put = await Should.ThrowAsync<AudioStoreException>(() => store.PutAsync(Key, Bytes(1, 1), "audio/wav", Cancellation));
        await Should.ThrowAsync<AudioStoreException>(() => store.TryGetAsync(Key, Cancellation));

        put.Message.ShouldContain(root);
        Directory.Exists(root).ShouldBeFalse();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with space")]
    [InlineData("50% #1?&=+")]
    [InlineData("银行 ü")]
    [InlineData("back\\slash")]
    [InlineData("%2e%2e")]
    public async Task UriOf_RootWithOddCharacters_LeadsBackToTheFile(string name)
    {
        var odd = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        var options = new StoreOptions { Store = FileUri.Of(odd) };
        using var store = AudioStoreFactory.Open(options);
        using var reader = new AudioReader(options);

        await store.PutAsync(Key, Bytes(20, 1), "audio/wav", Cancellation);

        File.Exists(Path.Combine(odd, Key)).ShouldBeTrue();
        store.UriOf(Key).ShouldAllBe(character => char.IsAscii(character) && character != ' ' && character != '#');
        (await reader.TryReadAsync(store.UriOf(Key), Cancellation)).ShouldBe(Bytes(20, 1));
    }

    protected override Task<byte[]> ReadRawAsync(string key) => File.ReadAllBytesAsync(Path.Combine(root, key), Cancellation);
}
