using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Voices beside those of the model that a host loads at its start.</summary>
public sealed class OtherVoicesTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The toy Piper voice lies in the folder of models as a publisher's would: two files, and nothing else tells of it.</summary>
    [Fact]
    public async Task Speak_PiperVoice_IsLoadedWhenItIsAskedFor()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        var result = await client.SpeakAsync(new SpeechJob { Id = "piper", Text = "hello, you 5", Voice = "piper-tone" }, Cancellation);

        result.Status.ShouldBe(ResultStatus.Done, result.Error?.Message);
        result.Voice.ShouldBe("piper-tone");
        result.Audio!.SampleRate.ShouldBe(22_050);
        // 10 letters, marks and blanks of four frames; a pad behind each, the beginning and its pad, the end.
        result.Audio.Bytes.ShouldBe(44 + (2 * 256 * ((10 * 4) + 10 + 3)));
        result.Notes.ShouldBe(["left out, because the voice lacks these phonemes: 5 (U+0035)"]);
    }

    [Fact]
    public async Task Speak_Mix_IsStoredUnderItsOneName()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        var one = await client.SpeakAsync(new SpeechJob { Id = "mix", Text = "你好。", Voice = "zf_xiaoxiao*7+zf_xiaobei*3" }, Cancellation);
        var other = await client.SpeakAsync(new SpeechJob { Id = "mix", Text = "你好。", Voice = "zf_xiaobei*0.3+zf_xiaoxiao*0.7" }, Cancellation);

        one.Voice.ShouldBe("zf_xiaobei*0.3+zf_xiaoxiao*0.7");
        other.Audio!.Uri.ShouldBe(one.Audio!.Uri);
    }

    [Theory]
    [InlineData("zf_xiaoxiao+piper-tone", "voices are mixed in the Kokoro family only; 'piper-tone' is of the family piper")]
    [InlineData("zf_xiaoxiao+nobody", "voice 'nobody' is not in the catalogue; `tts voices` lists it")]
    [InlineData("zf_xiaoxiao*x", "'zf_xiaoxiao*x' is no part of a mix: write id or id*weight, the weight above 0 and at most 1000, such as 0.7")]
    public async Task Speak_VoiceThatIsNotThere_IsRefusedWithASentence(string voice, string said)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        var result = await client.SpeakAsync(new SpeechJob { Id = "refused", Text = "你好。", Voice = voice }, Cancellation);

        result.Error!.Code.ShouldBe(ReasonCode.VoiceUnknown);
        result.Error.Message.ShouldBe(said);
    }
}
