using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>The main job: a text goes in as a message and comes out as its own sound.</summary>
public sealed class SpeakingTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speak_AText_ComesBackAsItsOwnSoundWithEverythingEchoed()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);
        using var sound = new OwnSound();
        var job = new SpeechJob
        {
            Id = "first", Text = "银行行长在会议上强调，要重视客户的长期利益。", Voice = "zm_yunxi", Stream = new StreamPosition("book-7", 12, true),
            Metadata = new Dictionary<string, string> { ["chapter"] = "3" },
        };

        var result = await client.SpeakAsync(job, Cancellation);

        await sound.CheckAsync(result, job.Text, Cancellation);
        result.Voice.ShouldBe("zm_yunxi");
        result.Stream.ShouldBe(job.Stream);
        result.Metadata!["chapter"].ShouldBe("3");
        result.Attempt.ShouldBe(1);
        result.Timing!.QueuedMs.ShouldNotBeNull();
        result.Audio!.SampleRate.ShouldBe(24000);
        File.Exists(SidecarOf(result)).ShouldBeTrue("the sidecar is the commit mark");
    }

    [Theory]
    [InlineData("wav", null)]
    [InlineData("wav", 8000)]
    [InlineData("flac", 48000)]
    public async Task Speak_AnyFormAndRate_MarksEveryWordOfTheTextAsSent(string format, int? rate)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);
        var job = new SpeechJob { Id = $"marks-{format}-{rate}", Text = "😀銀行在2026年11月22日。", Format = format, SampleRate = rate };

        var result = await client.SpeakAsync(job, Cancellation);

        result.Marks!.Select(mark => (mark.From, mark.To, mark.Text)).ShouldBe([(1, 3, "銀行"), (3, 4, "在"), (4, 15, "2026年11月22日")]);
        result.Marks![0].StartMs.ShouldBe(25, "the toy voice begins with one silent frame");
        result.Marks![^1].EndMs.ShouldBe(result.Audio!.DurationMs - 75, "and ends with a full stop of two frames and a silent one");
        JsonSerializer.Deserialize(await File.ReadAllBytesAsync(SidecarOf(result), Cancellation), ContractJson.Sidecar)!
            .Marks.ShouldBe(result.Marks!);
    }

    [Fact]
    public async Task Speak_500Characters_IsOneAudioOfAllOfThem()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);
        using var sound = new OwnSound();
        var text = string.Concat(Enumerable.Repeat("清晨的阳光洒在湖面上，远处的小船慢慢地划了过来。", 21))[..500];

        var result = await client.SpeakAsync(new SpeechJob { Id = "long", Text = text }, Cancellation);

        await sound.CheckAsync(result, text, Cancellation);
    }

    [Fact]
    public async Task Speak_PcmFormat_IsBareSamples()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        var wav = await client.SpeakAsync(new SpeechJob { Id = "w", Text = "你好。" }, Cancellation);
        var pcm = await client.SpeakAsync(new SpeechJob { Id = "p", Text = "你好。", Format = "pcm" }, Cancellation);

        var samples = await File.ReadAllBytesAsync(new Uri(pcm.Audio!.Uri).LocalPath, Cancellation);
        samples.ShouldBe((await File.ReadAllBytesAsync(new Uri(wav.Audio!.Uri).LocalPath, Cancellation))[44..]);
    }

    [Fact]
    public async Task Speak_SameJobTwice_IsOneObject()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);
        var job = new SpeechJob { Id = "twice", Text = "重复一次也没有关系。" };

        var first = await client.SpeakAsync(job, Cancellation);
        var second = await client.SpeakAsync(job, Cancellation);

        second.Audio.ShouldBe(first.Audio);
        Directory.GetFiles(Path.GetDirectoryName(new Uri(first.Audio!.Uri).LocalPath)!).Length.ShouldBe(2, "one audio, one sidecar");
    }

    [Fact]
    public async Task SpeakMany_OneStream_ComesInOrder()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation, ("TTS_LANES", "4"));
        await using var client = await scene.ClientAsync(Cancellation);
        var jobs = Enumerable.Range(0, 60).Select(seq => new SpeechJob
        {
            Id = $"s-{seq}", Text = new string('好', 1 + (seq * 7 % 40)), Stream = new StreamPosition("s", seq, seq == 59),
        });

        List<long> order = [];
        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation))
            order.Add(result.Stream!.Seq);

        order.ShouldBe(Enumerable.Range(0, 60).Select(seq => (long)seq));
    }

    private static string SidecarOf(SpeechResult result)
    {
        var path = new Uri(result.Audio!.Uri).LocalPath;
        return Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path).Split('.')[0] + ".json");
    }
}
