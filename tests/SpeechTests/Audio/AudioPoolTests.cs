using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Sounds and their files live in memory that is used again, whichever thread gave it back.</summary>
public sealed class AudioPoolTests
{
    // So large that no other test takes it from the pool meanwhile.
    private const int Bytes = 7_000_000;

    [Fact]
    public void WhatOneThreadGaveBack_AnotherThreadTakes_WithoutNewMemory()
    {
        var giving = new Thread(() => new PooledStream(Bytes).Dispose());
        giving.Start();
        giving.Join();

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var file = new PooledStream(Bytes);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Bytes / 10);
    }
}
