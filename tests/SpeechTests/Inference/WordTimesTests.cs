using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Tests.SpeechTests.Audio;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>The toy voice gives each phoneme a tone of its own, so what sounds between two times tells which word it is.</summary>
public sealed class WordTimesTests : IAsyncLifetime
{
    private SpeechEngine _engine = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _engine = await SpeechEngine.LoadAsync(
        new() { Models = Repository.Models, Lexicon = Repository.Lexicon, Model = "tone", Threads = 1 },
        TimeProvider.System,
        NullLogger<SpeechEngine>.Instance,
        Token);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [InlineData("他在2026年11月22日8:30到銀行。", 1)]
    [InlineData("他在2026年11月22日8:30到銀行。", 0.5)]
    [InlineData("It costs $3.50, 大约25元.", 2)]
    public async Task Of_AnyWord_IsWhereItsPhonemesSound(string text, double speed)
    {
        var (reading, audio) = await SpeakAsync(text, speed);
        using var sound = audio;

        Check(reading, sound, speed);
    }

    [Fact]
    public async Task Of_ATextInPieces_CountsTheSilenceAroundEachPiece()
    {
        var (reading, audio) = await SpeakAsync(string.Concat(Enumerable.Repeat("清晨的阳光洒在湖面上，远处的小船慢慢地划了过来。", 12)), 1);
        using var sound = audio;

        sound.Ids.ToArray().Count(id => id == 0).ShouldBeGreaterThan(2, "there must be several pieces");
        Check(reading, sound, 1);
    }

    [Fact]
    public async Task Of_TheFirstWord_BeginsBehindOneSilentFrame()
    {
        var (reading, audio) = await SpeakAsync("你好。", 1);
        using var sound = audio;
        var word = WordTimes.Of(reading.Words, sound).ShouldHaveSingleItem();

        word.Start.ShouldBe(TimeSpan.FromMilliseconds(25));
        word.End.ShouldBe(TimeSpan.FromMilliseconds(25 + (50 * "ni↗xau↓".Length)));
    }

    [Fact]
    public void Of_AModelThatTellsNoDurations_IsEmpty()
    {
        using var audio = new SpokenAudio(new float[1200], 24_000, new long[] { 0, 5, 0 }, ReadOnlyMemory<long>.Empty, 600);

        WordTimes.Of([new WordSpan(0, 1, 0, 1)], audio).ShouldBeEmpty();
    }

    private static void Check(Reading.Spoken reading, SpokenAudio audio, double speed)
    {
        var times = WordTimes.Of(reading.Words, audio);
        var phonemes = audio.Ids.ToArray().Where(id => id != 0).ToArray();
        times.Count.ShouldBe(reading.Words.Count);
        foreach (var (word, time) in reading.Words.Zip(times))
        {
            (time.From, time.To).ShouldBe((word.From, word.To));
            var samples = audio.Samples[Sample(time.Start, audio)..Sample(time.End, audio)];
            ToneReader.Ids(samples, speed).Where(id => id != 0).Select(id => (long)id).ShouldBe(phonemes[word.Start..word.End]);
        }
    }

    private static int Sample(TimeSpan time, SpokenAudio audio) => (int)Math.Round(time.TotalSeconds * audio.SampleRate);

    private async Task<(Reading.Spoken Reading, SpokenAudio Audio)> SpeakAsync(string text, double speed)
    {
        var reading = _engine.FrontEnd.Read(text, null).ShouldBeOfType<Reading.Spoken>();
        var utterance = _engine.Utter(reading, _engine.Catalogue.Default(reading.Language), speed);
        return (reading, await _engine.Instances[0].SpeakAsync(utterance, Token));
    }
}
