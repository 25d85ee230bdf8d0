using System.Collections.Concurrent;
using System.Numerics;

namespace TtsConsumers.Speech.Audio.Resampling;

/// <summary>
/// Changes a sample rate: a polyphase filter of windowed sincs, linear in phase and without delay. Sample k of the output stands at the same
/// moment as before, at k ÷ rate; beyond its ends a sound is silence.
/// </summary>
internal sealed class Resampler
{
    private static readonly ConcurrentDictionary<(int From, int To, FilterShape Shape), Resampler> Made = new();

    private readonly int _up;
    private readonly int _down;
    private readonly SincBank _bank;

    private Resampler(int from, int to, FilterShape shape)
    {
        var common = (int)BigInteger.GreatestCommonDivisor(from, to);
        (_up, _down) = (to / common, from / common);
        _bank = new SincBank(_up, Math.Min(1, (double)to / from), shape);
    }

    /// <summary>The resampler for two rates; made once, in a few milliseconds.</summary>
    /// <param name="from">Samples per second of the input.</param>
    /// <param name="to">Samples per second of the output.</param>
    /// <param name="shape">How exact its filter is.</param>
    public static Resampler Between(int from, int to, FilterShape shape) =>
        Made.GetOrAdd((from, to, shape), wanted => new Resampler(wanted.From, wanted.To, wanted.Shape));

    /// <summary>How many samples come out: all whose moment lies within the sound.</summary>
    /// <exception cref="OverflowException">More than an array can hold.</exception>
    public int Count(int samples) => checked((int)((((long)samples * _up) + _down - 1) / _down));

    /// <summary>Makes samples of the output, all or a stretch.</summary>
    /// <param name="input">The whole input.</param>
    /// <param name="output">As many as are wanted.</param>
    /// <param name="first">Which sample of the output is the first of them.</param>
    public void Process(ReadOnlySpan<float> input, Span<float> output, long first = 0)
    {
        if (_up == _down)
        {
            input.Slice((int)first, output.Length).CopyTo(output);
            return;
        }

        var (at, phase) = Math.DivRem(first * _down, _up);
        foreach (ref var sample in output)
        {
            sample = _bank.At(input, (int)at, (int)phase);
            (var whole, phase) = Math.DivRem(phase + _down, _up);
            at += whole;
        }
    }
}
