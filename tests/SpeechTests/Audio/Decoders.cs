using System.Runtime.InteropServices;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Gives files of each format to programs that have never seen our code, and brings back the samples they find.</summary>
internal sealed class Decoders : IDisposable
{
    private const int WavHeader = 44;

    private readonly string _folder = Directory.CreateTempSubdirectory("tts-audio-").FullName;

    /// <summary>Encodes samples; a test of a format whose library is not there is skipped.</summary>
    public static byte[] Encode(string format, ReadOnlySpan<short> samples, int sampleRate)
    {
        var encoder = AudioEncoders.Find(format)!;
        Assert.SkipWhen(encoder.Missing is not null, $"{format}: {encoder.Missing}");
        return encoder.Encode(samples, sampleRate);
    }

    /// <summary>A file of some bytes.</summary>
    public string Put(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>By ffmpeg, any format; Opus comes at 48 kHz.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ending">Its name's ending.</param>
    /// <param name="filters">What ffmpeg does with the samples.</param>
    public async Task<short[]> FfmpegAsync(byte[] file, string ending, params string[] filters)
    {
        var output = Path.Combine(_folder, "out.raw");
        await ForeignTool.RunAsync(
            "ffmpeg", "ffmpeg",
            ["-nostdin", "-v", "error", "-y", "-i", Put($"in.{ending}", file), .. filters, "-f", "s16le", "-ac", "1", output]);
        return Samples(await File.ReadAllBytesAsync(output));
    }

    /// <summary>By opusdec, at 48 kHz as the codec works, without its dither.</summary>
    public async Task<short[]> OpusdecAsync(byte[] file)
    {
        var output = Path.Combine(_folder, "out.wav");
        await ForeignTool.RunAsync("opusdec", "opus-tools", "--quiet", "--no-dither", "--rate", "48000", Put("in.opus", file), output);
        return Samples((await File.ReadAllBytesAsync(output)).AsSpan(WavHeader));
    }

    /// <summary>By flac, which checks the MD5.</summary>
    public async Task<short[]> FlacAsync(byte[] file)
    {
        var output = Path.Combine(_folder, "out.raw");
        await ForeignTool.RunAsync(
            "flac", "flac", "-d", "-s", "-f", "-w", "--force-raw-format", "--endian=little", "--sign=signed", "-o", output, Put("in.flac", file));
        return Samples(await File.ReadAllBytesAsync(output));
    }

    /// <summary>By lame's own decoder.</summary>
    public async Task<short[]> LameAsync(byte[] file)
    {
        var output = Path.Combine(_folder, "out.wav");
        await ForeignTool.RunAsync("lame", "lame", "--quiet", "--decode", Put("in.mp3", file), output);
        return Samples((await File.ReadAllBytesAsync(output)).AsSpan(WavHeader));
    }

    /// <summary>By what knows the format best; at 48 kHz for Opus, at the file's rate for the others.</summary>
    public Task<short[]> DecodeAsync(string format, byte[] file) => format switch
    {
        "flac" => FlacAsync(file),
        "opus" => OpusdecAsync(file),
        "mp3" => LameAsync(file),
        _ => FfmpegAsync(file, format),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static short[] Samples(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, short>(bytes).ToArray();
}
