namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Sounds that are made up, the same every time.</summary>
internal static class Sounds
{
    /// <summary>A hum with overtones that swells and falls, with a little noise: something like a voice, loud to its last sample.</summary>
    public static short[] Voice(int count, int sampleRate)
    {
        var random = new Random(7);
        var samples = new short[count];
        var phase = 0.0;
        for (var i = 0; i < count; i++)
        {
            var seconds = (double)i / sampleRate;
            phase += 2 * Math.PI * (140 + (30 * Math.Sin(2 * Math.PI * 1.7 * seconds))) / sampleRate;
            var hum = Enumerable.Range(1, 12).Sum(n => Math.Sin(n * phase) / n);
            var swell = 0.6 + (0.4 * Math.Sin(2 * Math.PI * 3.1 * seconds));
            samples[i] = (short)((7000 * swell * hum) + (60 * (random.NextDouble() - 0.5)));
        }

        return samples;
    }

    /// <summary>A sine.</summary>
    /// <param name="count">How many samples.</param>
    /// <param name="cycles">The frequency as a part of the sample rate.</param>
    /// <param name="amplitude">1 is full scale.</param>
    public static float[] Sine(int count, double cycles, double amplitude = 0.5) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * cycles * i)))];

    /// <summary>A sine that rises evenly from one frequency to another, both as parts of the sample rate.</summary>
    public static float[] Sweep(int count, double from, double to, double amplitude = 0.5) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * i * (from + ((to - from) * i / (2.0 * count))))))];
}
