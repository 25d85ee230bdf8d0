using System.Security.Cryptography;
using System.Text.Json;
using Shouldly;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary><c>tts say</c> as a process: fragments out, audio fetched, checked and joined in order.</summary>
public sealed class SayCommandTests(FarmVhost farm) : IClassFixture<FarmVhost>, IDisposable
{
    private const string Text = "第一句话在这里，它有二十个字那么长。\n第二句话在这里，它也有二十个字长。\n第三句话在这里，它还是二十个字长。";
    private const int Rate = 1000;
    private const int ToneRate = 16_000;

    private readonly string folder = Directory.CreateTempSubdirectory("tts-say-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Out => Path.Combine(folder, "deep", "out.wav");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Say_SeveralFragments_JoinsThemInOrderWithPauses()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Speak(job)]);

        var run = await RunAsync("--pause", "100", "--table");

        run.ExitCode.ShouldBe(0, run.Error);
        Heights(await File.ReadAllBytesAsync(Out, Cancellation)).ShouldBe([1, 0, 2, 0, 3]);
        run.Output.ShouldContain("real-time factor");
        run.Output.ShouldContain("file:///");
        run.Output.ShouldContain("3 of 3 fragments");
        run.Output.ShouldNotContain("\u001b");
    }

    /// <summary>Hosts are asked for WAV, the join is encoded once, and the name of the file says as what.</summary>
    [Theory]
    [InlineData("book.pcm", "")]
    [InlineData("book.flac", "fLaC")]
    [InlineData("book.opus", "OggS")]
    [InlineData("book.ogg", "OggS")]
    [InlineData("book.mp3", "")]
    public async Task Say_SeveralFragmentsToAnotherFormat_EncodesTheJoin(string name, string magic)
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        List<SpeechJob> asked = [];
        answerer.AnswerAll(job =>
        {
            asked.Add(job);
            return [Tone(job)];
        });
        var path = Path.Combine(folder, name);

        var run = await RunAsync("--out", path, "--pause", "0", "--rate", "16000");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain($"{name}: 3.0 s of audio from 3 of 3 fragments");
        asked.ShouldAllBe(job => job.Format == null && job.SampleRate == 16_000);
        var file = await File.ReadAllBytesAsync(path, Cancellation);
        file[..magic.Length].ShouldBe(System.Text.Encoding.ASCII.GetBytes(magic));
        if (name.EndsWith(".pcm", StringComparison.Ordinal))
            Heart(file).ShouldBe(Heart([.. Enumerable.Range(0, 3).SelectMany(seq => ToneBytes(seq))]));
    }

    [Fact]
    public async Task Say_OneFragment_IsMadeByTheHost()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Stored(job, System.Text.Encoding.ASCII.GetBytes($"as {job.Format} at {job.SampleRate}"))]);
        var path = Path.Combine(folder, "short.mp3");

        var run = await SayAsync("你好。", "--out", path, "--rate", "48000");

        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(path, Cancellation)).ShouldBe("as mp3 at 48000");
    }

    [Fact]
    public async Task Say_Loudness_BringsTheWholeToIt()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        // Long ones: the blocks that the pauses between them cut into make a sound softer than its tones are.
        answerer.AnswerAll(job => [Tone(job, seconds: 10)]);

        var run = await RunAsync("--loudness", "-20.5", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        var loudness = JsonDocument.Parse(run.Output).RootElement.GetProperty("loudness");
        loudness.GetProperty("lufs").GetDouble().ShouldBe(-20.5, tolerance: 0.06);
        loudness.GetProperty("true_peak_dbtp").GetDouble().ShouldBeLessThan(-1);
        // A sine of 1 kHz: its loudness is its level less 3.01 dB, which gives the samples away.
        var samples = PcmWav.Read(await File.ReadAllBytesAsync(Out, Cancellation)).ToInt16();
        (20 * Math.Log10(samples.Max() / 32_767.0)).ShouldBe(-17.5, tolerance: 0.2);
    }

    [Fact]
    public async Task Say_FragmentsOfTwoRates_AsksForOne()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [job.Stream!.Seq == 1 ? Speak(job) : Tone(job)]);

        var run = await RunAsync();

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("16000 and 1000 Hz; give --rate");
    }

    [Fact]
    public async Task Say_Json_IsOneObjectWithEveryResult()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Speak(job)]);

        var run = await RunAsync("--json", "--voice", "zf_xiaoyi", "--speed", "1.5");

        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("ok").GetBoolean().ShouldBeTrue();
        report.GetProperty("out").GetString().ShouldBe(Out);
        report.GetProperty("fragments").EnumerateArray().Select(fragment => fragment.GetProperty("result").GetProperty("voice").GetString())
            .ShouldBe(["zf_xiaoyi×1.5", "zf_xiaoyi×1.5", "zf_xiaoyi×1.5"]);
    }

    [Fact]
    public async Task Say_OneFragmentFails_ShowsCodeAndMessageAndWritesTheRest()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [job.Stream!.Seq == 1 ? Answerer.Failed(job) : Speak(job)]);

        var run = await RunAsync("--pause", "0");

        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain("fragment 2 failed, synthesis_failed: the model failed");
        run.Output.ShouldContain("2 of 3 fragments");
        Heights(await File.ReadAllBytesAsync(Out, Cancellation)).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Say_AudioThatIsNotWhatTheResultSays_WritesNothing()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Speak(job) with { Audio = Speak(job).Audio! with { Sha256 = new string('0', 64) } }]);

        var run = await RunAsync();

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("sha256");
        Directory.GetFiles(Path.GetDirectoryName(Out)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task SayAll_Chinese_WritesAFileAVoiceAndLeavesOutWhoSpeaksNone()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Speak(job)]);
        var settings = new Dictionary<string, string>
        {
            ["TTS_BROKER_PRODUCER"] = farm.Uris.Producer,
            ["TTS_MODELS"] = Path.Combine(Clone.Root, "models"),
            ["TTS_MODEL"] = "tone",
        };

        var run = await TtsProcess.RunAsync(settings, "", Cancellation, "voices", "say-all", "你好,世界。", "--language", "en", "--folder", folder);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("tts: piper-tone is left out: it speaks en-us, of which there is nothing in the text");
        Directory.GetFiles(folder, "??_*").Select(Path.GetFileName).ShouldBe(
            ["af_bella.wav", "af_heart.wav", "am_fenrir.wav", "am_michael.wav", "bf_emma.wav", "bm_george.wav"], ignoreOrder: true);
    }

    [Fact]
    public async Task Say_NobodySpeaks_EndsAfterItsTimeout()
    {
        var run = await RunAsync("--timeout", "1");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no result for job");
    }

    /// <summary>What a host would do, with a tenth of a second of audio whose height tells which fragment it is.</summary>
    private SpeechResult Speak(SpeechJob job)
    {
        var samples = Enumerable.Range(0, Rate / 10).SelectMany(i => BitConverter.GetBytes((short)((i % 2 == 0 ? 1000 : -1000) * (job.Stream!.Seq + 1)))).ToArray();
        return Stored(job, [.. new PcmWav(Rate, 1, default).Header(samples.Length), .. samples]);
    }

    /// <summary>The heights, in thousands, of each tenth of a second.</summary>
    private static IEnumerable<int> Heights(byte[] file) =>
        PcmWav.Read(file).ToInt16().Chunk(Rate / 10).Select(chunk => chunk.Max(sample => Math.Abs((int)sample)) / 1000);

    /// <summary>All but the faded seams: the middle of each second.</summary>
    private static IEnumerable<byte> Heart(byte[] samples) => samples.Chunk(2 * ToneRate).SelectMany(second => second[400..^400]);

    /// <summary>The same with a second of sound.</summary>
    private SpeechResult Tone(SpeechJob job, int seconds = 1)
    {
        var samples = ToneBytes((int)job.Stream!.Seq, seconds);
        return Stored(job, [.. new PcmWav(ToneRate, 1, default).Header(samples.Length), .. samples]);
    }

    private static byte[] ToneBytes(int seq, int seconds = 1) =>
        [.. Enumerable.Range(0, seconds * ToneRate).SelectMany(i => BitConverter.GetBytes((short)((8_000 + seq) * Math.Sin(2 * Math.PI * 1_000 * i / ToneRate))))];

    private SpeechResult Stored(SpeechJob job, byte[] file)
    {
        var path = Path.Combine(folder, $"{job.Id}.wav");
        File.WriteAllBytes(path, file);
        return Answerer.Done(job) with
        {
            Audio = new ResultAudio(FileUri.Of(path), "audio/wav", file.Length, Convert.ToHexStringLower(SHA256.HashData(file)), Rate, 2),
            Voice = $"{job.Voice}×{job.Speed}",
            Timing = new ResultTiming(5, 1, 4, 1),
        };
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] more) =>
        SayAsync(Text, more.Contains("--out") ? more : ["--out", Out, .. more]);

    private Task<(int ExitCode, string Output, string Error)> SayAsync(string text, params string[] more) => TtsProcess.RunAsync(
        new Dictionary<string, string> { ["TTS_BROKER_PRODUCER"] = farm.Uris.Producer }, text, Cancellation, ["say", "-", .. more]);
}
