using Shouldly;
using TtsConsumers.Producer.Client.Audio;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Audio;

public sealed class PcmWavTests
{
    [Fact]
    public void Header_WithSamples_IsTheFile()
    {
        var file = Wav(24000, [1, -2, 3]);
        var wav = PcmWav.Read(file);

        ((byte[])[.. wav.Header(wav.Samples.Length), .. wav.Samples.Span]).ShouldBe(file);
    }

    [Fact]
    public void Read_OtherChunks_ArePassedOver()
    {
        var plain = Wav(24000, [5, 6]);
        byte[] extra = [.. plain[..36], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. plain[36..]];

        var wav = PcmWav.Read(extra);

        wav.SampleRate.ShouldBe(24000);
        wav.Samples.ToArray().ShouldBe([5, 0, 6, 0]);
    }

    [Theory]
    [InlineData(0, "RIFF")]
    [InlineData(12, "not a complete WAV file")]
    [InlineData(30, "chunk")]
    [InlineData(45, "chunk")]
    public void Read_CutShort_IsRefused(int length, string why) =>
        Should.Throw<InvalidDataException>(() => PcmWav.Read(Wav(24000, [1, 2]).AsMemory(0, length))).Message.ShouldContain(why);

    [Theory]
    [InlineData(20, 3)]
    [InlineData(34, 24)]
    [InlineData(22, 0)]
    [InlineData(22, 3)]
    public void Read_OtherThanWhole16BitPcm_IsRefused(int offset, byte value)
    {
        var file = Wav(24000, [1, 2]);
        file[offset] = value;

        Should.Throw<InvalidDataException>(() => PcmWav.Read(file));
    }

    /// <summary>A mono WAV written by hand, after the layout of the RIFF specification.</summary>
    private static byte[] Wav(int rate, short[] samples)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + (2 * samples.Length));
        writer.Write("WAVE"u8);
        writer.Write("fmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(2 * rate);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * samples.Length);
        foreach (var sample in samples)
            writer.Write(sample);
        return stream.ToArray();
    }
}
