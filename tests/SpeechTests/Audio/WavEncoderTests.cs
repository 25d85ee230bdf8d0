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
    [InlineData(0, 24_000)]
    [InlineData(1, 8_000)]
    [InlineData(24_001, 48_000)]
    public void Encode_AnyLength_IsALawfulRiffFile(int count, int sampleRate)
    {
        var file = _encoder.Encode(new float[count], sampleRate);

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
    public void Encode_SamplesBelowTheKnee_AreWithinHalfAStep()
    {
        var samples = Enumerable.Range(-900, 1801).Select(i => i / 1000f).ToArray();

        var written = Samples(_encoder.Encode(samples, 24_000));

        for (var i = 0; i < samples.Length; i++)
        {
            (written[i] / 32_767.0).ShouldBe(samples[i], tolerance: 0.501 / 32_767);
        }
    }

    // Lengths around the width of every vector unit, with a loud sample at every place.
    [Fact]
    public void Encode_LoudSampleAnywhere_IsLimitedAndLeavesItsNeighboursAlone()
    {
        for (var count = 1; count <= 70; count++)
        {
            for (var loud = 0; loud < count; loud++)
            {
                var samples = Enumerable.Repeat(0.5f, count).ToArray();
                samples[loud] = -1.7f;

                var written = Samples(_encoder.Encode(samples, 24_000));

                written[loud].ShouldBeInRange((short)-32_767, (short)-32_760);
                written.Where((_, i) => i != loud).ShouldAllBe(sample => sample == 16_384);
            }
        }
    }

    [Fact]
    public void Encode_Twice_GivesTheSameBytes()
    {
        var random = new Random(1);
        var samples = Enumerable.Range(0, 5_000).Select(_ => (random.NextSingle() * 3) - 1.5f).ToArray();

        _encoder.Encode(samples, 24_000).ShouldBe(_encoder.Encode(samples, 24_000));
    }

    private static short[] Samples(byte[] file) =>
        [.. file[Header..].Chunk(2).Select(pair => BinaryPrimitives.ReadInt16LittleEndian(pair))];

    private static string Text(byte[] file, int at) => Encoding.ASCII.GetString(file, at, 4);

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static short Short(byte[] file, int at) => BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(at));
}
