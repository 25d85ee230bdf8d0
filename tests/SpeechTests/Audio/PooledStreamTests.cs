using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class PooledStreamTests
{
    [Fact]
    public void Write_MoreThanItBeganWith_KeepsAll()
    {
        using var file = new PooledStream(16);
        var written = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray();

        foreach (var part in written.Chunk(777))
        {
            file.Write(part);
        }

        file.Bytes.ToArray().ShouldBe(written);
        file.Length.ShouldBe(100_000);
    }

    [Fact]
    public void Position_SetBack_WritesOverAndKeepsTheRest()
    {
        using var file = new PooledStream();
        file.Write([1, 2, 3, 4, 5]);

        file.Position = 1;
        file.Write([9, 9]);
        file.Append(1)[0] = 6;

        file.Bytes.ToArray().ShouldBe([1, 9, 9, 4, 5, 6]);
    }

    [Fact]
    public void Dispose_Twice_GivesItsMemoryBackOnceAndIsEmpty()
    {
        var file = new PooledStream();
        file.Write([1, 2, 3]);

        file.Dispose();
        file.Dispose();

        file.Bytes.IsEmpty.ShouldBeTrue();
    }
}
