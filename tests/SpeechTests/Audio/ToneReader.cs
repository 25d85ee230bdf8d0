using System.Buffers.Binary;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>
/// Reads the ids back from what the toy voice spoke (models/tone/README.md): id k is a sine of 200 + 10 k Hz for max(1, round(2 / speed))
/// frames of 600 samples at 24 kHz, id 0 is one silent frame. Needs nothing but the samples, so any test project may link this file.
/// </summary>
internal static class ToneReader
{
    private const int FrameSamples = 600;
    private const int SampleRate = 24_000;
    private const int WavHeaderBytes = 44;

    /// <summary>The ids of a sound, the silent boundary ids included.</summary>
    public static List<int> Ids(ReadOnlySpan<float> samples, double speed = 1)
    {
        var framesEach = (int)Math.Max(1, Math.Round(2 / speed));
        List<int> ids = [];
        for (var at = 0; at < samples.Length;)
        {
            var id = Id(samples.Slice(at, FrameSamples));
            ids.Add(id);
            at += FrameSamples * (id == 0 ? 1 : framesEach);
        }

        return ids;
    }

    /// <summary>The ids of a WAV file as this project writes it: 16-bit, mono, a header of 44 bytes.</summary>
    public static List<int> IdsOfWav(ReadOnlySpan<byte> wav, double speed = 1)
    {
        var data = wav[WavHeaderBytes..];
        var samples = new float[data.Length / sizeof(short)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(i * sizeof(short))..]) / 32_767f;
        }

        return Ids(samples, speed);
    }

    // A sine satisfies x[n-1] + x[n+1] = 2 cos(w) x[n]: least squares over the frame gives w far more exactly than a spectrum would.
    private static int Id(ReadOnlySpan<float> frame)
    {
        double power = 0, neighbours = 0;
        for (var i = 1; i < frame.Length - 1; i++)
        {
            power += (double)frame[i] * frame[i];
            neighbours += (double)frame[i] * (frame[i - 1] + frame[i + 1]);
        }

        if (power < 1e-3)
        {
            return 0;
        }

        var hertz = Math.Acos(Math.Clamp(neighbours / (2 * power), -1, 1)) * SampleRate / (2 * Math.PI);
        return (int)Math.Round((hertz - 200) / 10);
    }
}
