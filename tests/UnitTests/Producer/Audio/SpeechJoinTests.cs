using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Text;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Audio;

public sealed class SpeechJoinTests
{
    private const int Rate = 8000;
    private const short Loud = 20_000;

    private static readonly Pauses Pauses = new()
    {
        Word = TimeSpan.FromMilliseconds(60), Clause = TimeSpan.FromMilliseconds(250), Sentence = TimeSpan.FromMilliseconds(500),
        Paragraph = TimeSpan.FromMilliseconds(900), Chapter = TimeSpan.FromMilliseconds(1800),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>However much quiet the voice leaves around its sounds, the pause is that of what ends.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 50)]
    [InlineData(390, 760)]
    [InlineData(0, 760)]
    [InlineData(2000, 0)]
    public async Task AppendAsync_AnyQuietAroundTheSounds_PausesAsLongAsTheBreakAsks(int headMs, int tailMs)
    {
        foreach (var end in Enum.GetValues<Break>())
        {
            var (samples, spans) = await JoinAsync(Sound(headMs, 300, tailMs), end, Sound(headMs, 300, tailMs));

            var gap = (spans[1].From - spans[0].To) * 1000.0 / Rate;
            gap.ShouldBe(Pauses.After(end).TotalMilliseconds, tolerance: 2, $"after a {end}");
            samples[(int)spans[0].To..(int)spans[1].From].ShouldAllBe(sample => Math.Abs((int)sample) <= QuietEdges.Threshold);
        }
    }

    [Fact]
    public async Task AppendAsync_Spans_AreWhereItSounds()
    {
        var (samples, spans) = await JoinAsync(Sound(100, 300, 100), Break.Sentence, Sound(100, 300, 100));

        foreach (var (from, to, origin) in spans)
        {
            ((double)(to - from)).ShouldBe(Rate * 3 / 10, tolerance: 2);
            ((double)samples[(int)from..(int)to].Max()).ShouldBe(Loud, tolerance: 10);
            ((double)(from - origin)).ShouldBe(Rate / 10, tolerance: 2);
        }
    }

    /// <summary>A jump from one sample to the next is a click. Inside a sound none is larger than the sound itself makes; at a seam none may be.</summary>
    [Fact]
    public void AppendAsync_SoundsThatBeginAndEndAnywhere_JoinWithoutAClick()
    {
        var sound = Gen.Choose(60, 400).Zip(Gen.Choose(0, 359), Tone);
        var sounds = sound.Zip(Gen.Elements(Enum.GetValues<Break>())).ListOf(5);

        Prop.ForAll(Arb.From(sounds), async parts =>
        {
            using var file = new MemoryStream();
            var join = new SpeechJoin(file, Pauses.All(TimeSpan.Zero));
            foreach (var (part, end) in parts)
                await join.AppendAsync(part, end, Cancellation);
            await join.FinishAsync(Cancellation);
            var samples = PcmWav.Read(file.ToArray()).ToInt16();
            var jump = samples.Prepend((short)0).Append((short)0).Pairwise().Max(pair => Math.Abs(pair.First - pair.Second));
            // 200 Hz at 8 kHz moves by 2π · 200 / 8000 of its height from sample to sample; a fade of 24 samples adds a 24th.
            return jump <= Loud * ((2 * Math.PI * 200 / Rate) + (1 / 24.0)) + 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task PassOver_FragmentWithoutAudio_MakesTheLongerPause()
    {
        using var file = new MemoryStream();
        var join = new SpeechJoin(file, Pauses);
        var first = await join.AppendAsync(Sound(0, 300, 0), Break.Clause, Cancellation);
        join.PassOver(Break.Paragraph);
        join.PassOver(Break.Sentence);
        var second = await join.AppendAsync(Sound(0, 300, 0), Break.Clause, Cancellation);

        ((double)(second.From - first.To)).ShouldBe(Rate * 9 / 10, tolerance: 2);
    }

    /// <summary>A run that was killed has written more than it has noted, or half of it.</summary>
    [Fact]
    public async Task Join_GoneOnFromAPoint_IsTheSameFileAsInOneGo()
    {
        PcmWav[] parts = [Sound(390, 300, 760), Sound(5, 100, 0), Sound(0, 50, 300), Sound(100, 200, 100)];
        using var whole = new MemoryStream();
        var once = new SpeechJoin(whole, Pauses);
        foreach (var part in parts)
            await once.AppendAsync(part, Break.Sentence, Cancellation);
        await once.FinishAsync(Cancellation);

        for (var done = 1; done < parts.Length; done++)
        {
            using var file = new MemoryStream();
            var first = new SpeechJoin(file, Pauses);
            foreach (var part in parts[..done])
                await first.AppendAsync(part, Break.Sentence, Cancellation);
            var point = first.Point;
            await first.AppendAsync(Sound(0, 2000, 0), Break.Chapter, Cancellation);
            var second = new SpeechJoin(file, Pauses, point);
            foreach (var part in parts[done..])
                await second.AppendAsync(part, Break.Sentence, Cancellation);
            await second.FinishAsync(Cancellation);

            file.ToArray().ShouldBe(whole.ToArray());
        }
    }

    [Fact]
    public async Task AppendAsync_BeyondWhatAWavFileCanSay_IsRefusedWithASentence()
    {
        using var file = new MemoryStream();
        var join = new SpeechJoin(file, Pauses) { MostBytes = 10_000 };
        await join.AppendAsync(Sound(0, 500, 0), Break.Sentence, Cancellation);
        var before = join.Point;

        var error = await Should.ThrowAsync<SoundTooLongException>(() => join.AppendAsync(Sound(0, 500, 0), Break.Sentence, Cancellation));

        error.Message.ShouldContain("4 GiB");
        error.Message.ShouldContain("8000 Hz");
        join.Point.ShouldBe(before);
    }

    [Fact]
    public async Task AppendAsync_OtherRate_IsRefused()
    {
        using var file = new MemoryStream();
        var join = new SpeechJoin(file, Pauses);
        await join.AppendAsync(Sound(0, 100, 0), Break.Sentence, Cancellation);

        (await Should.ThrowAsync<ArgumentException>(() => join.AppendAsync(Sound(0, 100, 0) with { SampleRate = 16_000 }, Break.Sentence, Cancellation)))
            .Message.ShouldContain("16000");
    }

    [Fact]
    public async Task AppendAsync_NothingButQuiet_IsNoLongerThanThePause()
    {
        var (samples, _) = await JoinAsync(Sound(0, 300, 0), Break.Clause, Quiet(5000), Break.Clause, Sound(0, 300, 0));

        (samples.Length / (double)Rate).ShouldBe(0.3 + 0.25 + 0.25 + 0.3, tolerance: 0.05);
    }

    [Fact]
    public async Task FinishAsync_Nothing_IsRefused()
    {
        using var file = new MemoryStream();
        await Should.ThrowAsync<InvalidOperationException>(() => new SpeechJoin(file, Pauses).FinishAsync(Cancellation));
    }

    private static async Task<(short[] Samples, SoundSpan[] Spans)> JoinAsync(params object[] partsAndBreaks)
    {
        using var file = new MemoryStream();
        var join = new SpeechJoin(file, Pauses);
        var spans = new List<SoundSpan>();
        for (var i = 0; i < partsAndBreaks.Length; i += 2)
            spans.Add(await join.AppendAsync((PcmWav)partsAndBreaks[i], i + 1 < partsAndBreaks.Length ? (Break)partsAndBreaks[i + 1] : Break.Word, Cancellation));
        await join.FinishAsync(Cancellation);
        return (PcmWav.Read(file.ToArray()).ToInt16(), [.. spans]);
    }

    /// <summary>200 Hz between two stretches of quiet noise.</summary>
    private static PcmWav Sound(int headMs, int ms, int tailMs) => Wav(
        [.. Noise(headMs), .. Enumerable.Range(0, ms * Rate / 1000).Select(i => (short)(Loud * Math.Cos(2 * Math.PI * 200 * i / Rate))), .. Noise(tailMs)]);

    private static PcmWav Quiet(int ms) => Wav([.. Noise(ms)]);

    /// <summary>200 Hz, begun and ended anywhere in its wave.</summary>
    private static PcmWav Tone(int frames, int degrees) => Wav(
        [.. Enumerable.Range(0, frames).Select(i => (short)(Loud * Math.Sin((2 * Math.PI * 200 * i / Rate) + (degrees * Math.PI / 180))))]);

    private static IEnumerable<short> Noise(int ms) => Enumerable.Range(0, ms * Rate / 1000).Select(i => (short)((i * 37 % 100) - 50));

    private static PcmWav Wav(short[] samples) => new(Rate, 1, samples.SelectMany(BitConverter.GetBytes).ToArray());
}

file static class Sequences
{
    public static IEnumerable<(T First, T Second)> Pairwise<T>(this IEnumerable<T> items)
    {
        var list = items.ToList();
        return list.Zip(list.Skip(1));
    }
}
