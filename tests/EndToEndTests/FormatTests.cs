using System.Buffers.Binary;
using System.Text;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Format, sample rate and gain of a job through a real host; how the files sound is SpeechTests' business.</summary>
public sealed class FormatTests(BrokerFixture broker)
{
    private const string Text = "你好，世界。";
    private const int VoiceRate = 24_000;

    private static readonly int[] Rates = [8_000, 16_000, 24_000, 48_000];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speak_EachFormatAtEachRate_IsStoredAsWhatItIs()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);
        using var sound = new OwnSound();
        (string Format, string ContentType, string Magic)[] formats =
            [("wav", "audio/wav", "RIFF"), ("pcm", "audio/pcm", ""), ("flac", "audio/flac", "fLaC"), ("opus", "audio/ogg", "OggS"), ("mp3", "audio/mpeg", "")];

        foreach (var (format, contentType, magic) in formats.Where(one => AudioEncoders.Find(one.Format)!.Missing is null))
        {
            foreach (var rate in Rates)
            {
                var job = new SpeechJob { Id = $"{format}-{rate}", Text = Text, Format = format, SampleRate = rate };

                var result = await client.SpeakAsync(job, Cancellation);

                result.Status.ShouldBe(ResultStatus.Done, result.Error?.Message);
                (result.Audio!.ContentType, result.Audio.SampleRate).ShouldBe((contentType, rate));
                result.Audio.Uri.ShouldEndWith($".{format}");
                var bytes = await File.ReadAllBytesAsync(new Uri(result.Audio.Uri).LocalPath, Cancellation);
                bytes.LongLength.ShouldBe(result.Audio.Bytes);
                Encoding.ASCII.GetString(bytes, 0, magic.Length).ShouldBe(magic);
                if (format == "pcm")
                    bytes.Length.ShouldBe((int)(result.Audio.DurationMs * rate / 1000 * sizeof(short)));
                if (format == "wav")
                    BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(24)).ShouldBe(rate);
                if (format == "wav" && rate == VoiceRate)
                    await sound.CheckAsync(result, Text, Cancellation);
            }
        }
    }

    /// <summary>A host on which LAME is broken: dlopen finds an empty file where the library should be.</summary>
    [Fact]
    public async Task Speak_FormatWhoseLibraryIsNotThere_IsRefusedAndSaysWhatToInstall()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var libraries = Directory.CreateDirectory(Path.Combine(scene.Folder, "libraries")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(libraries, "libmp3lame.so.0"), [], Cancellation);
        var host = await scene.HostAsync(Cancellation, ("LD_LIBRARY_PATH", libraries));
        await using var client = await scene.ClientAsync(Cancellation);

        var refused = await client.SpeakAsync(new SpeechJob { Id = "mp3", Text = Text, Format = "mp3" }, Cancellation);
        var spoken = await client.SpeakAsync(new SpeechJob { Id = "wav", Text = Text }, Cancellation);

        refused.Error!.Code.ShouldBe(ReasonCode.FormatUnknown);
        refused.Error.Message.ShouldContain("'mp3' is not offered by this host: libmp3lame.so.0 can't be loaded here");
        refused.Error.Message.ShouldContain("apt-get install libmp3lame0");
        refused.Error.Message.ShouldContain("offered are wav, pcm");
        spoken.Status.ShouldBe(ResultStatus.Done);
        (await host.TerminateAsync(Cancellation)).ShouldBe(0);
        (await File.ReadAllTextAsync(host.LogFile, Cancellation)).ShouldContain("Jobs that ask for mp3 are refused here: libmp3lame.so.0");
    }

    [Fact]
    public async Task Speak_HostWithAGain_IsLouderByItUnderAKeyOfItsOwn()
    {
        await using var plain = await FarmScene.SetAsync(broker);
        await plain.HostAsync(Cancellation);
        await using var louder = await FarmScene.SetAsync(broker);
        await louder.HostAsync(Cancellation, ("TTS_GAIN_DB", "6.0206"));
        var job = new SpeechJob { Id = "gain", Text = Text };

        var (first, firstPeak) = await SpeakAsync(plain, job);
        var (second, secondPeak) = await SpeakAsync(louder, job);

        ((double)secondPeak / firstPeak).ShouldBe(2, tolerance: 0.001);
        Path.GetFileName(second.Audio!.Uri).Split('.')[0].ShouldNotBe(Path.GetFileName(first.Audio!.Uri).Split('.')[0]);
    }

    private static async Task<(SpeechResult Result, int Peak)> SpeakAsync(FarmScene scene, SpeechJob job)
    {
        await using var client = await scene.ClientAsync(Cancellation);
        var result = await client.SpeakAsync(job, Cancellation);
        var bytes = await File.ReadAllBytesAsync(new Uri(result.Audio!.Uri).LocalPath, Cancellation);
        return (result, bytes[44..].Chunk(2).Max(pair => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(pair))));
    }
}
