using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>How far a <see cref="SpeechJoin"/> has come: all that it has to know to go on in a file that it began earlier.</summary>
/// <param name="SampleRate">Frames per second; 0 before the first sound.</param>
/// <param name="Channels">Samples per frame; 0 before the first sound.</param>
/// <param name="Frames">Frames written.</param>
/// <param name="Quiet">How many of the last of them are quiet.</param>
/// <param name="Before">What ended before the next sound.</param>
public sealed record JoinPoint(int SampleRate, int Channels, long Frames, int Quiet, Break Before)
{
    /// <summary>The beginning.</summary>
    public static JoinPoint Start { get; } = new(0, 0, 0, 0, Break.Word);

    /// <summary>Where in the file the next byte goes.</summary>
    public long Position => PcmWav.HeaderBytes + (Frames * Channels * sizeof(short));

    /// <summary>How long the whole sounds.</summary>
    public TimeSpan Length => Time(Frames);

    /// <summary>How long some frames sound.</summary>
    public TimeSpan Time(long frames) => frames == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)frames / SampleRate);
}
