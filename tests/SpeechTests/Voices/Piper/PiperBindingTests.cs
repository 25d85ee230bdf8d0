using System.Text.Json.Nodes;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

public sealed class PiperBindingTests : IDisposable
{
    private readonly PiperFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Run_SeveralSpeakers_FeedsIdsScalesAndSpeaker()
    {
        _files.With("num_speakers", 3).With("speaker_id_map", new JsonObject { ["p1"] = 0, ["p2"] = 1, ["p3"] = 2 })
            .With("inference", new JsonObject { ["noise_scale"] = 0.5, ["length_scale"] = 1.2, ["noise_w"] = 0.7 });
        await File.WriteAllBytesAsync(_files.ModelPath, PiperModelBytes.Make(patched: false), TestContext.Current.CancellationToken);

        var sound = await Run("en_US-toy-medium:p3", "ab", speed: 2);

        // 2 for the speaker, 0.5 · 10, 1.2 / 2, 0.7 · 0.1; and the ids.
        Frames(sound, 512).ShouldBe(new[] { 1, 0, 4, 0, 5, 0, 2 }.Select(id => 2 + 5 + 0.6f + 0.07f + (id * 0.001f)), tolerance: 1e-4);
        sound.Durations.IsEmpty.ShouldBeTrue();
        sound.SampleRate.ShouldBe(22_050);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(77)]
    public async Task Run_GraphWithDurations_TellsTheFramesOfEachId(int hopOfTheConfig)
    {
        _files.With("num_speakers", 2).With("hop_length", hopOfTheConfig);
        await File.WriteAllBytesAsync(_files.ModelPath, PiperModelBytes.Make(patched: true), TestContext.Current.CancellationToken);

        var sound = await Run("en_US-toy-medium:1", "ab", speed: 1);

        sound.Durations.ToArray().ShouldBe([4L, 0, 4, 0, 4, 0, 2], "a pad goes on with what stands before it");
        sound.FrameSamples.ShouldBe(256, "the audio tells, whatever the config says");
        sound.Samples.Length.ShouldBe(7 * 512);
    }

    [Fact]
    public async Task Run_OneSpeakerOfAGraphWithSeveral_IsTheFirst()
    {
        await File.WriteAllBytesAsync(_files.ModelPath, PiperModelBytes.Make(patched: false), TestContext.Current.CancellationToken);

        var sound = await Run("en_US-toy-medium", "a", speed: 1);

        Frames(sound, 512)[0].ShouldBe(6.67f + 1 + 0.08f + 0.001f, tolerance: 1e-4);
    }

    [Fact]
    public async Task Bind_NoPiperExport_SaysWhatItIs()
    {
        File.Copy(Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"), _files.ModelPath, overwrite: true);

        var message = (await Should.ThrowAsync<ModelFileException>(() => Run("en_US-toy-medium", "a", 1))).Message;

        message.ShouldContain("Model en_US-toy-medium is no Piper export: it is (input_ids Int64 rank 2");
    }

    private async Task<SpokenAudio> Run(string id, string phonemes, float speed)
    {
        var model = _files.Shelf().Preferred;
        var voice = (await model.VoicesAsync(TestContext.Current.CancellationToken)).Single(one => one.Id == id);
        var family = model.NewFamily();
        using var session = new SessionFactory(new SpeechOptions { Threads = 1 }, new Device(SpeechOptions.Cpu, 0)).Load(model.ModelPath);
        return family.Bind(session.Signature).Run(session, family.Utter(phonemes, voice, speed).Pieces)[0];
    }

    private static List<float> Frames(SpokenAudio sound, int samples) => [.. sound.Samples.ToArray().Chunk(samples).Select(frame => frame[^1])];
}
