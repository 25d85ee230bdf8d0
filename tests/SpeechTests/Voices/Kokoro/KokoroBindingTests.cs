using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

public sealed class KokoroBindingTests : IDisposable
{
    private readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Run_SeveralPiecesOfTheBatchedContract_GivesEachItsOwnSound()
    {
        (string Phonemes, float Speed)[] said = [("ni↓ xau↓!", 1), ("a", 0.5f), ("həlˈO wˈɜɹld.", 2)];

        var sounds = await Run(said);

        for (var i = 0; i < said.Length; i++)
        {
            var alone = (await Run(said[i]))[0];
            sounds[i].Samples.ToArray().ShouldBe(alone.Samples.ToArray());
            sounds[i].Durations.ToArray().ShouldBe(alone.Durations.ToArray());
            ToneReader.Ids(sounds[i].Samples, said[i].Speed).ShouldBe(sounds[i].Ids.ToArray().Select(id => (int)id));
        }
    }

    [Theory]
    [InlineData("tokens", "audio", 1)]
    [InlineData("input_ids", "waveform", 2)]
    [InlineData("input_ids", "audio", 1)]
    public async Task Run_StockContract_FeedsIdsStyleAndSpeed(string ids, string audio, int dimensions)
    {
        await File.WriteAllBytesAsync(_model.ModelPath, StockModelBytes.Make(ids, audio, dimensions), TestContext.Current.CancellationToken);
        _model.Seal();

        var sounds = await Run(("ni↓", 2), ("a", 1));

        // Three phonemes take style row 2, which holds 0.002; one takes row 0.
        Frames(sounds[0]).ShouldBe([0.002f, 0.030f, 0.0275f, 0.0865f, 0.002f], tolerance: 1e-6);
        Frames(sounds[1]).ShouldBe([0, 0.043f, 0], tolerance: 1e-6);
        sounds[0].Durations.IsEmpty.ShouldBeTrue();
        sounds[0].Ids.ToArray().ShouldBe([0L, 56, 51, 169, 0]);
    }

    private async Task<IReadOnlyList<SpokenAudio>> Run(params (string Phonemes, float Speed)[] said)
    {
        var folder = _model.Open();
        var family = folder.NewFamily();
        var voice = new VoiceCatalogue(folder, await folder.VoicesAsync(TestContext.Current.CancellationToken), null).Voices[0];
        using var session = new SessionFactory(new SpeechOptions { Threads = 1, Batch = 8 }, new Device(SpeechOptions.Cpu, 0)).Load(folder.ModelPath);
        var pieces = said.SelectMany(one => family.Utter(one.Phonemes, voice, one.Speed).Pieces).ToList();
        return family.Bind(session.Signature).Run(session, pieces);
    }

    private static List<float> Frames(SpokenAudio sound) =>
        [.. sound.Samples.ToArray().Chunk(sound.FrameSamples).Select(frame => frame[^1])];
}
