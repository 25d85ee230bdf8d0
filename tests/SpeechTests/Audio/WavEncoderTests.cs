using System.Buffers.Binary;
using System.Text;
using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class WavEncoderTests
{
    private const int Header = 44;
    private readonly WavEncoder _encoder = new();

    [Theory]
    [InlineData(1, 8_000)]
    [InlineData(2, 24_000)]
    [InlineData(24_001, 48_000)]
    public void Encode_AnyLength_IsALawfulRiffFile(int count, int sampleRate)
    {
        var file = _encoder.Encode(new short[count], sampleRate);

        file.Length.ShouldBe(Header + (2 * count));
        Text(file, 0).ShouldBe("RIFF");
        Int(file, 4).ShouldBe(file.Length - 8);
        Text(file, 8).ShouldBe("WAVE");
        Text(file, 12).ShouldBe("fmt ");
        Int(file, 16).ShouldBe(16);
        Short(file, 20).ShouldBe((short)1, "PCM");
        Short(file, 22).ShouldBe((short)1, "channels");
        Int(file, 24).ShouldBe(sampleRate);
        Int(file, 28).ShouldBe(2 * sampleRate, "bytes a second");
        Short(file, 32).ShouldBe((short)2, "bytes a sample");
        Short(file, 34).ShouldBe((short)16, "bits");
        Text(file, 36).ShouldBe("data");
        Int(file, 40).ShouldBe(2 * count);
    }

    [Fact]
    public void Encode_AnySamples_AreThereToTheBit()
    {
        short[] samples = [short.MinValue, -2, -1, 0, 1, 2, short.MaxValue];

        _encoder.Encode(samples, 24_000)[Header..].Chunk(2).Select(pair => BinaryPrimitives.ReadInt16LittleEndian(pair)).ShouldBe(samples);
    }

    private static string Text(byte[] file, int at) => Encoding.ASCII.GetString(file, at, 4);

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static short Short(byte[] file, int at) => BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(at));
}
