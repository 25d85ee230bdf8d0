namespace TtsConsumers.Speech.Audio;

/// <summary>What a model spoke: samples in a pooled buffer, and how long each id lasted. Dispose it once it is encoded.</summary>
public sealed class SpokenAudio : IDisposable
{
    private readonly int _count;
    private float[]? _buffer;

    /// <summary>Copies the samples of one model call.</summary>
    /// <param name="samples">Mono; ±1 is full scale and may be exceeded.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="ids">The ids that were spoken, boundary ids included.</param>
    /// <param name="durations">Frames of each id; empty where the model does not tell.</param>
    /// <param name="frameSamples">Samples in a frame.</param>
    /// <param name="quiet">Samples of silence behind the sound; the durations count them.</param>
    public SpokenAudio(
        ReadOnlySpan<float> samples, int sampleRate, ReadOnlyMemory<long> ids, ReadOnlyMemory<long> durations, int frameSamples, int quiet = 0)
        : this(AudioPool.Floats.Rent(samples.Length + quiet), samples.Length + quiet, sampleRate, ids, durations, frameSamples)
    {
        samples.CopyTo(_buffer);
        _buffer.AsSpan(samples.Length, quiet).Clear();
    }

    private SpokenAudio(
        float[] buffer, int count, int sampleRate, ReadOnlyMemory<long> ids, ReadOnlyMemory<long> durations, int frameSamples)
    {
        (_buffer, _count) = (buffer, count);
        (SampleRate, FrameSamples, Ids, Durations) = (sampleRate, frameSamples, ids, durations);
    }

    /// <summary>The samples: mono, ±1 is full scale and may be exceeded. They belong to this object and end with it.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    public ReadOnlySpan<float> Samples => (_buffer ?? throw new ObjectDisposedException(nameof(SpokenAudio))).AsSpan(0, _count);

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; }

    /// <summary>Samples in a frame, the unit of <see cref="Durations"/>.</summary>
    public int FrameSamples { get; }

    /// <summary>
    /// The ids that were spoken. Id 0, around every piece and in Piper voices between phonemes, is no phoneme; the n-th id above 0 is the n-th.
    /// </summary>
    public ReadOnlyMemory<long> Ids { get; }

    /// <summary>Frames of each id; empty where the model does not tell.</summary>
    public ReadOnlyMemory<long> Durations { get; }

    /// <summary>How long it sounds.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)_count / SampleRate);

    /// <summary>Puts the pieces of one text behind one another: one audio, one list of ids, one list of durations.</summary>
    /// <param name="pieces">At least one, all of the same model; they are used up.</param>
    /// <returns>The whole; a single piece is its own whole. It has durations when all pieces have, in frames of one length.</returns>
    public static SpokenAudio Join(IReadOnlyList<SpokenAudio> pieces)
    {
        if (pieces.Count == 1)
        {
            return pieces[0];
        }

        var count = pieces.Sum(piece => piece._count);
        var buffer = AudioPool.Floats.Rent(count);
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.Samples.CopyTo(buffer.AsSpan(at));
            at += piece._count;
            piece.Dispose();
        }

        var ids = Joined(pieces, piece => piece.Ids);
        var durations = pieces.All(piece => !piece.Durations.IsEmpty && piece.FrameSamples == pieces[0].FrameSamples)
            ? Joined(pieces, piece => piece.Durations) : [];
        return new SpokenAudio(buffer, count, pieces[0].SampleRate, ids, durations, pieces[0].FrameSamples);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            AudioPool.Floats.Return(buffer);
        }
    }

    private static long[] Joined(IReadOnlyList<SpokenAudio> pieces, Func<SpokenAudio, ReadOnlyMemory<long>> part) =>
        [.. pieces.SelectMany(piece => part(piece).ToArray())];
}
