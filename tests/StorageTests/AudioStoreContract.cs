using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

/// <summary>What every store does, whatever it keeps its objects in. Each store's tests derive from it and add what only it can do wrong.</summary>
public abstract class AudioStoreContract
{
    protected const string Key = "audio/ab/abcdef.0123456789abcdef.wav";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract StoreOptions Options { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(271_244)]
    [InlineData(6_000_000)]
    public async Task Put_AnySize_StoresExactlyTheseBytes(int length)
    {
        using var store = AudioStoreFactory.Open(Options);
        var bytes = Bytes(length, seed: length);

        await store.PutAsync(Key, bytes, "audio/wav", Cancellation);

        (await store.TryGetAsync(Key, Cancellation)).ShouldBe(bytes);
        (await ReadRawAsync(Key)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Put_PartOfAnArray_StoresOnlyThatPart()
    {
        using var store = AudioStoreFactory.Open(Options);
        var bytes = Bytes(1000, seed: 3);

        await store.PutAsync(Key, bytes.AsMemory(100, 50), "audio/wav", Cancellation);

        (await ReadRawAsync(Key)).ShouldBe(bytes[100..150]);
    }

    [Fact]
    public async Task Put_OverAnExistingKey_Replaces()
    {
        using var store = AudioStoreFactory.Open(Options);
        await store.PutAsync(Key, Bytes(5000, seed: 1), "audio/wav", Cancellation);
        var shorter = Bytes(10, seed: 2);

        await store.PutAsync(Key, shorter, "audio/wav", Cancellation);

        (await ReadRawAsync(Key)).ShouldBe(shorter);
    }

    [Fact]
    public async Task Get_NoSuchObject_IsNull()
    {
        using var store = AudioStoreFactory.Open(Options);

        (await store.TryGetAsync("audio/no/such.json", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task UriOf_StoredObject_IsReadByAReceiver()
    {
        using var store = AudioStoreFactory.Open(Options);
        var bytes = Bytes(1234, seed: 9);
        await store.PutAsync(Key, bytes, "audio/wav", Cancellation);
        using var reader = new AudioReader(Options);

        (await reader.TryReadAsync(store.UriOf(Key), Cancellation)).ShouldBe(bytes);
        (await reader.TryReadAsync(store.UriOf("audio/no/such.wav"), Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("audio/../../outside")]
    [InlineData("audio//x")]
    [InlineData("audio/.hidden")]
    [InlineData("audio/x/")]
    [InlineData("audio\\x")]
    [InlineData("audio/%2e%2e/x")]
    [InlineData("audio/a b")]
    [InlineData("audio/x\n")]
    [InlineData("")]
    public async Task Put_KeyThatCouldLeaveTheRoot_IsRefused(string key)
    {
        using var store = AudioStoreFactory.Open(Options);

        await Should.ThrowAsync<ArgumentException>(() => store.PutAsync(key, Bytes(1, 1), "audio/wav", Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => store.TryGetAsync(key, Cancellation));
        Should.Throw<ArgumentException>(() => store.UriOf(key));
    }

    [Fact]
    public async Task Put_Cancelled_SaysSoAndBlamesNobody()
    {
        using var store = AudioStoreFactory.Open(Options);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => store.PutAsync(Key, Bytes(10, 1), "audio/wav", cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => store.TryGetAsync(Key, cancelled.Token));
    }

    /// <summary>The object as it really lies in the store, fetched without our code.</summary>
    protected abstract Task<byte[]> ReadRawAsync(string key);

    protected static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
