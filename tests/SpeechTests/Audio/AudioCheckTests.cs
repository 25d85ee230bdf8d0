using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

// Row G4 of the faults: NaN, silence, a flat line, too short, too long.
public sealed class AudioCheckTests
{
    private const int Frame = 600;

    // Ten phonemes between two boundaries.
    private static readonly long[] Ids = [0, .. Enumerable.Repeat(43L, 10), 0];

    [Theory]
    [InlineData(12, 1)]
    [InlineData(150, 1)]
    [InlineData(300, 0.5f)]
    [InlineData(12, 2)]
    public void Fault_PlausibleSpeech_IsNull(int frames, float speed) => Fault(Sine(frames), speed).ShouldBeNull();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(300, 1)]
    [InlineData(600, 0.5f)]
    [InlineData(150, 2)]
    public void Fault_LengthTheTextCanNotHave_SaysBoth(int frames, float speed) =>
        Fault(Sine(frames), speed).ShouldNotBeNull().ShouldContain($"12 ids at speed {speed} last {frames} frames");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Fault_OneSampleIsNoNumber_SaysWhich(float sample)
    {
        var samples = Sine(30);
        samples[^1] = sample;

        Fault(samples, 1).ShouldNotBeNull().ShouldContain("Sample 17999 of 18000");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.009f)]
    public void Fault_Silence_SaysHowLoud(float amplitude) => Fault(Sine(30, amplitude), 1).ShouldNotBeNull().ShouldContain("silent");

    [Fact]
    public void Fault_VeryLoud_IsTheLimitersWork() => Fault(Sine(30, 3), 1).ShouldBeNull();

    [Theory]
    [InlineData(1000)]
    [InlineData(1.5f)]
    public void Fault_ClippedFlat_SaysHowManySamples(float times) =>
        Fault([.. Sine(30).Select(sample => Math.Clamp(times * sample, -0.3f, 0.3f))], 1).ShouldNotBeNull().ShouldContain("clipped flat");

    [Fact]
    public void Fault_OneLevelAllTheTime_IsFlatToo() => Fault([.. Sine(30).Select(_ => 0.1f)], 1).ShouldNotBeNull().ShouldContain("18000 of 18000 samples");

    [Fact]
    public void Fault_DurationsOfAnotherLength_SaysBoth() =>
        Fault(Sine(30), 1, [10, 10, 11]).ShouldNotBeNull().ShouldContain("18600 samples; the audio has 18000");

    [Fact]
    public void Fault_DurationsThatFit_IsNull() => Fault(Sine(30), 1, [10, 10, 10]).ShouldBeNull();

    [Fact]
    public void Fault_QuietBetweenPieces_IsNotHeldAgainstTheText()
    {
        var piece = new Piece(Ids, ReadOnlyMemory<float>.Empty, 1, Pause: TimeSpan.FromSeconds(10));
        using var audio = new SpokenAudio(Sine(30), 24_000, Ids, ReadOnlyMemory<long>.Empty, Frame, quiet: 240_000);

        AudioCheck.Fault(audio, new Utterance(null!, 1, [piece])).ShouldBeNull();
        AudioCheck.Fault(audio, new Utterance(null!, 1, [piece with { Pause = default }])).ShouldNotBeNull().ShouldContain("last 430 frames");
    }

    private static string? Fault(float[] samples, float speed, params long[] durations)
    {
        using var audio = new SpokenAudio(samples, 24_000, Ids, durations, Frame);
        var piece = new Piece(Ids, ReadOnlyMemory<float>.Empty, speed);
        return AudioCheck.Fault(audio, new Utterance(null!, speed, [piece]));
    }

    private static float[] Sine(int frames, float amplitude = 0.3f) =>
        [.. Enumerable.Range(0, frames * Frame).Select(i => amplitude * MathF.Sin(i / 10f))];
}
