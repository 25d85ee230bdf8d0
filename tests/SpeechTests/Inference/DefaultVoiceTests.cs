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
    public async Task SpeakAsync_SeveralInOneRun_EachSoundsAsItDoesAlone()
    {
        using var gate = new GatedFamily(voice.Model.Family);
        await using var instance = voice.Model.Load(gate, threads: Environment.ProcessorCount, batch: 3);
        var first = instance.SpeakAsync(voice.Model.Utter("a", speed: 2), Token);
        await gate.ArrivedAsync(Token);
        var utterances = Expected.Take(3).Select(line => voice.Model.Family.Utter(line.Phonemes, voice.Model.Catalogue.Find(line.Voice)!, line.Speed)).ToList();
        var together = utterances.Select(utterance => instance.SpeakAsync(utterance, Token)).ToList();
        gate.Open(2);
        (await first).Dispose();

        for (var i = 0; i < utterances.Count; i++)
        {
            using var batched = await together[i];
            using var single = await voice.Instance.SpeakAsync(utterances[i], Token);

            batched.Durations.ToArray().ShouldBe(single.Durations.ToArray());
            SnrDb(single.Samples, batched.Samples).ShouldBeGreaterThan(50);
        }

        gate.Sizes.ShouldBe([1, 3]);
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

    private static double SnrDb(ReadOnlySpan<float> wanted, ReadOnlySpan<float> got)
    {
        got.Length.ShouldBe(wanted.Length);
        double power = 0, difference = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            power += (double)wanted[i] * wanted[i];
            difference += Math.Pow((double)wanted[i] - got[i], 2);
        }

        return 10 * Math.Log10(power / difference);
    }
}
