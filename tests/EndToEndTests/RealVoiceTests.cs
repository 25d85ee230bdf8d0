using System.Buffers.Binary;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Once through the whole farm with the voice that ships.</summary>
public sealed class RealVoiceTests(BrokerFixture broker)
{
    [Fact]
    public async Task Speak_WithTheDefaultVoice_SoundsLikeSpeech()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(cancellation, ("TTS_MODEL", "kokoro-82m-v1.0"));
        await using var client = await scene.ClientAsync(cancellation);

        var result = await client.SpeakAsync(new SpeechJob { Id = "real", Text = "银行行长在会议上强调，要重视客户的长期利益。" }, cancellation);

        result.Status.ShouldBe(ResultStatus.Done, result.Error?.Message);
        result.Voice.ShouldBe("zf_xiaoxiao");
        result.Audio!.DurationMs.ShouldBeInRange(3_000, 9_000, "20 syllables at a human pace");
        var bytes = await File.ReadAllBytesAsync(new Uri(result.Audio.Uri).LocalPath, cancellation);
        Rms(bytes.AsSpan(44)).ShouldBeInRange(0.02, 0.3);
    }

    private static double Rms(ReadOnlySpan<byte> pcm)
    {
        double sum = 0;
        for (var at = 0; at < pcm.Length; at += 2)
            sum += Math.Pow(BinaryPrimitives.ReadInt16LittleEndian(pcm[at..]) / 32768.0, 2);
        return Math.Sqrt(sum / (pcm.Length / 2));
    }
}
