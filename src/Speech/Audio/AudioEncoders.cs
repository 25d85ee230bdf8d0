namespace TtsConsumers.Speech.Audio;

/// <summary>The formats a host offers.</summary>
public static class AudioEncoders
{
    /// <summary>All of them; the first is the default.</summary>
    public static IReadOnlyList<IAudioEncoder> All { get; } = [new WavEncoder(), new PcmEncoder()];

    /// <summary>Finds the encoder of a format.</summary>
    /// <param name="format">As a job names it: <c>wav</c>, <c>pcm</c>.</param>
    /// <returns>The encoder; null when the format is not offered.</returns>
    public static IAudioEncoder? Find(string format) => All.FirstOrDefault(encoder => encoder.Format == format);
}
