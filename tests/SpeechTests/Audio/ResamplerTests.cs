using Shouldly;
using TtsConsumers.Speech.Audio.Resampling;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class ResamplerTests : IDisposable
{
    // What 0.91 of the lower Nyquist frequency is, as a part of either rate.
    private const double Edge = 0.91 / 2;

    private readonly Decoders _decoders = new();

    public static TheoryData<int, int> Rates => new()
    {
        { 24_000, 8_000 }, { 24_000, 16_000 }, { 24_000, 48_000 }, { 22_050, 8_000 }, { 22_050, 16_000 }, { 22_050, 24_000 }, { 22_050, 48_000 },
        { 16_000, 8_000 }, { 16_000, 24_000 }, { 16_000, 48_000 }, { 44_100, 48_000 }, { 48_000, 8_000 },
    };

    public void Dispose() => _decoders.Dispose();

    /// <summary>Passband: any tone up to the edge comes through as loud as it went in, and nothing else with it.</summary>
    [Theory]
    [MemberData(nameof(Rates))]
    public void Process_ToneInTheBand_ComesThroughAsItIs(int from, int to)
    {
        var edge = Edge * Math.Min(from, to);
        foreach (var hertz in (double[])[20, 440, 0.25 * edge, 0.5 * edge, 0.75 * edge, 0.9 * edge, edge])
        {
            var middle = Middle(Resampled(Sounds.Sine(from, hertz / from), from, to));

            var cycles = hertz / to;
            Likeness.ToneDb(middle, cycles).ShouldBe(-6.02, tolerance: 0.005, $"{hertz} Hz");
            (Likeness.RestDb(middle, cycles) + 6.02).ShouldBeLessThan(-100, $"{hertz} Hz");
        }
    }

    /// <summary>Stopband: a tone above the new Nyquist frequency is mirrored nowhere.</summary>
    [Theory]
    [InlineData(24_000, 8_000)]
    [InlineData(24_000, 16_000)]
    [InlineData(22_050, 8_000)]
    [InlineData(22_050, 16_000)]
    [InlineData(48_000, 24_000)]
    public void Process_ToneAboveTheBand_IsGone(int from, int to)
    {
        foreach (var part in (double[])[1.0, 1.05, 1.2, 1.35])
        {
            var middle = Middle(Resampled(Sounds.Sine(from, part * to / 2 / from), from, to));

            (20 * Math.Log10(middle.Max(Math.Abs) / 0.5)).ShouldBeLessThan(-100, $"{part} of the new Nyquist frequency");
        }
    }

    /// <summary>Images: what lies above the old Nyquist frequency after going up.</summary>
    [Fact]
    public void Process_GoingUp_LeavesNoImages()
    {
        var middle = Middle(Resampled(Sounds.Sine(24_000, 9_000.0 / 24_000), 24_000, 48_000));

        Likeness.ToneDb(middle, 15_000.0 / 48_000).ShouldBeLessThan(-106);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Process_Constant_StaysConstant(int from, int to) =>
        Middle(Resampled([.. Enumerable.Repeat(0.5f, from)], from, to)).ShouldAllBe(sample => Math.Abs(sample - 0.5f) < 1e-6f);

    /// <summary>No delay: an even swell that is narrow stands at the same moment.</summary>
    [Theory]
    [MemberData(nameof(Rates))]
    public void Process_Swell_StandsAtTheSameMoment(int from, int to)
    {
        const double Moment = 0.1234;
        const double Width = 0.002;
        float Swell(double seconds) => (float)Math.Exp(-(seconds - Moment) * (seconds - Moment) / (2 * Width * Width));

        var resampled = Resampled([.. Enumerable.Range(0, from).Select(i => Swell((double)i / from))], from, to);

        for (var i = 0; i < resampled.Length; i++)
        {
            resampled[i].ShouldBe(Swell((double)i / to), tolerance: 1e-5f);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(3, 1, 6)]
    [InlineData(4, 2, 8)]
    [InlineData(961, 321, 1_922)]
    public void Count_AnyLength_IsEveryMomentWithinTheSound(int count, int third, int twice)
    {
        Resampler.Between(24_000, 8_000, FilterShape.Transparent).Count(count).ShouldBe(third);
        Resampler.Between(24_000, 48_000, FilterShape.Transparent).Count(count).ShouldBe(twice);
    }

    [Fact]
    public void Process_AStretch_IsThatPartOfTheWhole()
    {
        var sound = Sounds.Sweep(5_000, 0, 0.4);
        var resampler = Resampler.Between(22_050, 16_000, FilterShape.Transparent);
        var whole = Resampled(sound, 22_050, 16_000);
        var stretch = new float[700];

        resampler.Process(sound, stretch, first: 1_234);

        stretch.ShouldBe(whole[1_234..1_934]);
    }

    [Fact]
    public void Process_SameRate_ChangesNothing()
    {
        var sound = Sounds.Sweep(1_000, 0, 0.5);

        Resampled(sound, 24_000, 24_000).ShouldBe(sound);
    }

    /// <summary>Beside soxr at its best, on a sweep through the whole band: the same to 16 bits, but for the ends, where soxr begins otherwise.</summary>
    [Theory]
    [InlineData(24_000, 8_000)]
    [InlineData(24_000, 16_000)]
    [InlineData(24_000, 48_000)]
    [InlineData(22_050, 24_000)]
    public async Task Process_Sweep_IsWhatSoxrMakes(int from, int to)
    {
        var sweep = Sounds.Sweep(from * 2, 0, 0.44 * Math.Min(from, to) / from);
        var file = TtsConsumers.Speech.Audio.AudioEncoders.Find("wav")!.Encode(Rounded(sweep), from);

        var soxr = await _decoders.FfmpegAsync(file, "wav", "-af", $"aresample={to}:resampler=soxr:precision=28:cutoff=0.99:osf=s16:dither_method=0");

        var ours = Rounded(Resampled(sweep, from, to));
        Likeness.SnrDb(soxr.AsSpan(100..^2_000), ours.AsSpan(100..^2_000)).ShouldBeGreaterThan(80);
    }

    private static float[] Resampled(float[] sound, int from, int to)
    {
        var resampler = Resampler.Between(from, to, FilterShape.Transparent);
        var resampled = new float[resampler.Count(sound.Length)];
        resampler.Process(sound, resampled);
        return resampled;
    }

    private static float[] Middle(float[] sound) => sound[(sound.Length / 8)..^(sound.Length / 8)];

    private static short[] Rounded(float[] sound) => [.. sound.Select(sample => (short)Math.Round(sample * 32_767))];
}
