using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class DefaultVoiceTests(DefaultVoice voice) : IClassFixture<DefaultVoice>
{
    private static readonly GoldenUtterance[] Expected = JsonSerializer.Deserialize<GoldenUtterance[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "kokoro-numerics.json")), JsonSerializerOptions.Web)!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Golden => [.. Enumerable.Range(0, Expected.Length)];

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task SpeakAsync_GoldenPhonemes_GivesTheGoldenSound(int line)
    {
        var expected = Expected[line];
        var speaker = voice.Model.Catalogue.Find(expected.Voice)!;
        var utterance = voice.Model.Family.Utter(expected.Phonemes, speaker, expected.Speed);

        using var audio = await voice.Instance.SpeakAsync(utterance, Token);

        audio.Ids.ToArray().ShouldBe(expected.Ids);
        audio.Durations.ToArray().ShouldBe(expected.Durations);
        audio.Samples.Length.ShouldBe(expected.AudioLength);
        var samples = audio.Samples.ToArray();
        Math.Sqrt(samples.Average(sample => (double)sample * sample)).ShouldBe(expected.Rms, tolerance: 0.01 * expected.Rms);
        ((double)samples.Max(Math.Abs)).ShouldBe(expected.Peak, tolerance: 0.02 * expected.Peak);
        AudioCheck.Fault(audio, utterance).ShouldBeNull();
    }

    [Fact]
    public async Task SpeakAsync_IdOutsideTheModel_IsAFailureOfOnnxRuntimeAndTheInstanceGoesOn()
    {
        var sound = voice.Model.Utter("a", speed: 2);
        var strange = sound with { Pieces = [sound.Pieces[0] with { Ids = new long[] { 0, 9_999, 0 } }] };

        var failure = await Should.ThrowAsync<SynthesisFailedException>(() => voice.Instance.SpeakAsync(strange, Token));

        failure.Message.ShouldStartWith("Model kokoro-82m-v1.0 could not speak 3 ids:");
        failure.InnerException.ShouldBeOfType<OnnxRuntimeException>();
        (await voice.Instance.SpeakAsync(sound, Token)).Dispose();
    }

    [Fact]
    public async Task DisposeAsync_LongTextInRun_BreaksItOff()
    {
        using var gate = new GatedFamily(voice.Model.Family);
        var instance = voice.Model.Load(gate);
        var speaking = instance.SpeakAsync(voice.Model.Utter(new string('a', 400)), Token);
        await gate.ArrivedAsync(Token);

        gate.Open();
        await instance.DisposeAsync();

        // A Run that was let finish would have answered with its sound.
        await Should.ThrowAsync<ObjectDisposedException>(() => speaking);
    }
}
