using TtsConsumers.Speech.Audio.Flac;
using TtsConsumers.Speech.Audio.Mp3;
using TtsConsumers.Speech.Audio.Opus;

namespace TtsConsumers.Speech.Audio;

/// <summary>The formats there are. <c>wav</c> and <c>pcm</c> can always be made; the others need a library of the system.</summary>
public static class AudioEncoders
{
    /// <summary>All of them, whether they can be made here or not; the first is the default.</summary>
    public static IReadOnlyList<IAudioEncoder> All { get; } =
        [new WavEncoder(), new PcmEncoder(), new FlacEncoder(), new OpusEncoder(), new Mp3Encoder()];

    /// <summary>Those that can be made on this machine now.</summary>
    public static IEnumerable<IAudioEncoder> Offered => All.Where(encoder => encoder.Missing is null);

    /// <summary>Finds the encoder of a format, whether the format can be made here or not.</summary>
    /// <param name="format">As a job names it: <c>wav</c>, <c>pcm</c>, <c>flac</c>, <c>opus</c>, <c>mp3</c>.</param>
    /// <returns>The encoder; null when there is no such format.</returns>
    public static IAudioEncoder? Find(string format) => All.FirstOrDefault(encoder => encoder.Format == format);

    /// <summary>Refuses a sound without samples: no format has a file for it that every player takes.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    internal static void RefuseNone(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("There are no samples to encode.", nameof(samples));
        }
    }

    /// <summary>The lowest of a format's rates that is not below a sound's own; the highest where all are.</summary>
    internal static int RateAtLeast(int sampleRate, ReadOnlySpan<int> rising)
    {
        foreach (var rate in rising)
        {
            if (rate >= sampleRate)
            {
                return rate;
            }
        }

        return rising[^1];
    }
}
