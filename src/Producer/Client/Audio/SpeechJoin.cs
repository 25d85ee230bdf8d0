using System.Globalization;
using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>
/// Joins the audio of fragments to one WAV file, as they come, and keeps none of it in memory. Between two fragments it is quiet for exactly the
/// pause of what ends there: of the quiet that a voice makes around its sounds as much is kept as fits into the pause, and the rest of the pause is
/// silence. Each fragment is faded at its edges, so no seam clicks.
/// </summary>
/// <param name="output">The file, for this join alone; may hold the beginning of the same join.</param>
/// <param name="pauses">How long it is quiet between fragments.</param>
/// <param name="from">How far an earlier run came; what the file holds beyond is cut off.</param>
public sealed class SpeechJoin(Stream output, Pauses pauses, JoinPoint? from = null)
{
    /// <summary>The longest WAV file there can be: its sizes are 32 bits.</summary>
    public const long LongestFile = uint.MaxValue;

    /// <summary>Kept of the quiet around a sound whatever the pause is: the breath before a consonant, the end of an echo.</summary>
    private const double MarginSeconds = 0.02;

    /// <summary>Kept of the quiet before the very first sound.</summary>
    private const double LeadSeconds = 0.1;

    /// <summary>How far it has come.</summary>
    public JoinPoint Point { get; private set; } = from ?? JoinPoint.Start;

    /// <summary>The largest file to write, in bytes.</summary>
    internal long MostBytes { get; init; } = LongestFile;

    /// <summary>Adds the audio of the next fragment.</summary>
    /// <param name="part">The audio; of the same rate and number of channels as those before.</param>
    /// <param name="after">What ends with the fragment.</param>
    /// <param name="cancellation">Ends the writing; the join is then good for nothing but its <see cref="Point"/>.</param>
    /// <returns>Where it sounds.</returns>
    /// <exception cref="ArgumentException">Rate or channels differ from those before.</exception>
    /// <exception cref="SoundTooLongException">The file would be larger than a WAV file can be.</exception>
    public async Task<SoundSpan> AppendAsync(PcmWav part, Break after, CancellationToken cancellation)
    {
        if (Point.SampleRate == 0)
            Point = Point with { SampleRate = part.SampleRate, Channels = part.Channels };
        if (part.SampleRate != Point.SampleRate || part.Channels != Point.Channels)
            throw new ArgumentException($"the fragments came at {Point.SampleRate} Hz × {Point.Channels} and {part.SampleRate} Hz × {part.Channels}", nameof(part));
        var edges = QuietEdges.Of(part);
        var (silence, head, tail) = Seam(edges, after);
        var sound = Keep(part, edges.Head - head, edges.Tail - tail);
        var added = silence + (sound.Length / part.FrameBytes);
        if (Point.Position + (added * part.FrameBytes) > MostBytes)
            throw TooLong();
        output.Position = Point.Position;
        await output.WriteAsync(new byte[silence * part.FrameBytes], cancellation).ConfigureAwait(false);
        await output.WriteAsync(sound, cancellation).ConfigureAwait(false);
        var start = Point.Frames + silence + head;
        Point = Point with { Frames = Point.Frames + added, Quiet = tail, Before = after };
        return new SoundSpan(start, Point.Frames - tail, start - edges.Head);
    }

    /// <summary>Passes over a fragment without audio: the longer one of the two pauses is made.</summary>
    /// <param name="after">What ends with the fragment.</param>
    public void PassOver(Break after) => Point = Point with { Before = after > Point.Before ? after : Point.Before };

    /// <summary>Ends the file: cuts off what an earlier run has left in it, and writes the header, which could not be known before.</summary>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="InvalidOperationException">Nothing was added.</exception>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (Point.Frames == 0)
            throw new InvalidOperationException("there is nothing to join");
        output.SetLength(Point.Position);
        output.Position = 0;
        var header = new PcmWav(Point.SampleRate, Point.Channels, default).Header(Point.Position - PcmWav.HeaderBytes);
        await output.WriteAsync(header, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Shares a pause out: silence between the two, and what is kept of the quiet before and after the new sound. In frames.</summary>
    private (int Silence, int Head, int Tail) Seam(QuietEdges edges, Break after)
    {
        // The margin before the next sound is a part of the pause too.
        var tail = Math.Min(edges.Tail, Math.Max(Frames(MarginSeconds), Frames(pauses.After(after).TotalSeconds - MarginSeconds)));
        if (Point.Frames == 0)
            return (0, Math.Min(edges.Head, Frames(LeadSeconds)), tail);
        var missing = Frames(pauses.After(Point.Before).TotalSeconds) - Point.Quiet;
        var head = Math.Min(edges.Head, Math.Max(Frames(MarginSeconds), missing));
        return (Math.Max(0, missing - head), head, tail);
    }

    private int Frames(double seconds) => (int)Math.Round(seconds * Point.SampleRate);

    /// <summary>A faded copy without some frames at its ends.</summary>
    private static byte[] Keep(PcmWav part, int cutHead, int cutTail)
    {
        var kept = part.Samples[(cutHead * part.FrameBytes)..^(cutTail * part.FrameBytes)].ToArray();
        EdgeFade.Apply(kept, part.SampleRate, part.Channels);
        return kept;
    }

    private SoundTooLongException TooLong()
    {
        var hours = MostBytes / (3600.0 * Point.SampleRate * Point.Channels * sizeof(short));
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"a WAV file ends at 4 GiB, which is {hours:0.0} hours at {Point.SampleRate} Hz: speak the book in parts, or at a lower --rate"));
    }
}
