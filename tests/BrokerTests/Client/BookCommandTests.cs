using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Shouldly;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary><c>tts say book.txt</c> as a process: chapters, subtitles, and runs that are ended in the middle.</summary>
public sealed class BookCommandTests(FarmVhost farm) : IClassFixture<FarmVhost>, IDisposable
{
    private const int Rate = 8000;
    private const int Paragraphs = 11;

    private static readonly string Book = "# 春天\n\n" + string.Join("\n\n", Enumerable.Range(1, Paragraphs).Select(n => $"这是第{n}段，它有二十个字左右那么长。"));

    private readonly string folder = Directory.CreateTempSubdirectory("tts-book-").FullName;
    private readonly ConcurrentBag<(string Text, bool LooksFirst)> asked = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Out => Path.Combine(folder, "book.wav");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Say_Book_WritesTheSoundAndSubtitlesOfItsTimes()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        Answer(answerer, job => [Spoken(job)]);

        var run = await SayAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("12 of 12 fragments");
        Directory.GetFiles(folder, "book*").Select(Path.GetFileName).ShouldBe(["book.srt", "book.txt", "book.vtt", "book.wav"], ignoreOrder: true);
        var samples = PcmWav.Read(await File.ReadAllBytesAsync(Out, Cancellation)).ToInt16();
        var cues = Cues(await File.ReadAllTextAsync(Path.Combine(folder, "book.srt"), Cancellation));
        cues.Count.ShouldBe(12);
        cues[0].Text.ShouldBe("春天");
        cues[^1].Text.ShouldBe("这是第11段，它有二十个字左右那么长。");
        foreach (var (seq, cue) in cues.Index())
        {
            // Where a cue is shown, its fragment's own height is heard.
            ((double)samples[(int)(cue.From * Rate / 1000)..(int)(cue.To * Rate / 1000)].Max()).ShouldBe(Height(seq), tolerance: 2);
        }
        // After the title, after a paragraph: the usual pauses.
        (cues[1].From - cues[0].To).ShouldBe(1800, tolerance: 2);
        (cues[2].From - cues[1].To).ShouldBe(900, tolerance: 2);
    }

    [Fact]
    public async Task Say_BookInterrupted_GoesOnWithoutSpeakingWhatIsDone()
    {
        var whole = await WholeAsync();
        await using (var answerer = await Answerer.StartAsync(farm, Cancellation))
        {
            Answer(answerer, job => job.Stream!.Seq < 5 ? [Spoken(job)] : []);
            await using var tts = Start();
            await tts.UntilAsync("5/12 done", Cancellation);
            tts.Interrupt();
            var end = await tts.EndAsync(Cancellation);
            end.ExitCode.ShouldBe(130);
            end.Error.ShouldContain("5 of 12 fragments are in");
            File.Exists(Out).ShouldBeFalse();
        }

        await FinishAsync(earlier: 5, whole);
    }

    [Fact]
    public async Task Say_BookInterruptedBeforeItsFirstFragment_LooksInTheStoreNextTime()
    {
        await using (var answerer = await Answerer.StartAsync(farm, Cancellation))
        {
            var isAsked = new TaskCompletionSource();
            Answer(answerer, _ =>
            {
                isAsked.TrySetResult();
                return [];
            });
            await using var tts = Start();
            await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            tts.Interrupt();
            var end = await tts.EndAsync(Cancellation);
            end.ExitCode.ShouldBe(130);
            end.Error.ShouldContain("0 of 12 fragments are in");
        }
        asked.Clear();
        await using var second = await Answerer.StartAsync(farm, Cancellation);
        Answer(second, job => [Spoken(job)]);

        var run = await SayAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        asked.ShouldAllBe(job => job.LooksFirst, "the farm may have finished them in the meantime");
    }

    [Fact]
    public async Task Say_BookKilled_GoesOnWithoutSpeakingWhatIsDone()
    {
        var whole = await WholeAsync();
        await using (var answerer = await Answerer.StartAsync(farm, Cancellation))
        {
            Answer(answerer, job => job.Stream!.Seq < 7 ? [Spoken(job)] : []);
            await using var tts = Start();
            await tts.UntilAsync("7/12 done", Cancellation);
            // Disposing kills it with -9.
        }
        // As a crash may leave it: samples that nobody has noted, and half a line.
        await File.AppendAllTextAsync(Out + ".part", "more samples than noted", Cancellation);
        await File.AppendAllTextAsync(Out + ".state", "{\"text\":\"0123", Cancellation);

        await FinishAsync(earlier: 7, whole);
    }

    [Fact]
    public async Task Say_BookChangedInTheMiddle_KeepsWhatStandsBefore()
    {
        await using (var answerer = await Answerer.StartAsync(farm, Cancellation))
        {
            Answer(answerer, job => job.Stream!.Seq < 7 ? [Spoken(job)] : []);
            await using var tts = Start();
            await tts.UntilAsync("7/12 done", Cancellation);
        }
        asked.Clear();
        await using var second = await Answerer.StartAsync(farm, Cancellation);
        Answer(second, job => [Spoken(job)]);

        var run = await SayAsync(Book.Replace("第3段", "第三段", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("3 of 12 fragments were spoken by an earlier run");
        asked.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Say_OtherVoice_BeginsAnewAndSaysSo()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        Answer(answerer, job => job.Stream!.Seq < 5 || job.Voice is not null ? [Spoken(job)] : []);
        await using (var tts = Start())
            await tts.UntilAsync("5/12 done", Cancellation);

        var run = await SayAsync(Book, "--voice", "zm_yunxi");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("beginning anew");
        asked.Count(job => !job.LooksFirst).ShouldBe(24);
    }

    [Fact]
    public async Task Say_RefusedFragments_AreToldAndTheBookIsFinishedAroundThem()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        var isMended = false;
        Answer(answerer, job => job.Stream!.Seq == 3 && !isMended ? [Refused(job)] : [Spoken(job)]);

        var run = await SayAsync();

        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain("fragment 4 failed, text_unspeakable: nothing of it can be spoken");
        run.Error.ShouldContain("1 of 12 fragments are missing");
        Cues(await File.ReadAllTextAsync(Path.Combine(folder, "book.srt"), Cancellation)).Count.ShouldBe(11);
        PcmWav.Read(await File.ReadAllBytesAsync(Out, Cancellation));

        // The same command again looks what is in the store, and has the rest spoken.
        isMended = true;
        asked.Clear();
        run = await SayAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        asked.ShouldAllBe(job => job.LooksFirst);
        Directory.GetFiles(folder, "book.wav*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Say_WhileAnotherWritesTheSameFile_IsRefused()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        Answer(answerer, job => job.Stream!.Seq < 5 ? [Spoken(job)] : []);
        await using var tts = Start();
        await tts.UntilAsync("5/12 done", Cancellation);

        var run = await SayAsync();

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("another tts is writing this file");
    }

    [Fact]
    public async Task Say_BookAsJson_TellsChaptersAndSubtitles()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        Answer(answerer, job => [Spoken(job)]);

        var run = await SayAsync("第一章\n\n春天来了。\n\n第二章\n\n夏天来了。", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("chapter 2 of 2 第二章");
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("chapters").EnumerateArray().Select(chapter => chapter.GetProperty("title").GetString()).ShouldBe(["第一章", "第二章"]);
        report.GetProperty("chapters")[1].GetProperty("first").GetInt32().ShouldBe(2);
        report.GetProperty("subtitles").GetArrayLength().ShouldBe(2);
    }

    private void Answer(Answerer answerer, Func<SpeechJob, SpeechResult[]> answer) => answerer.AnswerAll((job, headers) =>
    {
        asked.Add((job.Text, headers.ReplayCount > 0));
        return answer(job);
    });

    private async Task<(byte[] Sound, string Subtitles)> WholeAsync()
    {
        await using (var answerer = await Answerer.StartAsync(farm, Cancellation))
        {
            Answer(answerer, job => [Spoken(job)]);
            (await SayAsync()).ExitCode.ShouldBe(0);
        }
        var whole = (await File.ReadAllBytesAsync(Out, Cancellation), await File.ReadAllTextAsync(Path.Combine(folder, "book.srt"), Cancellation));
        foreach (var file in Directory.GetFiles(folder, "book.*"))
            File.Delete(file);
        asked.Clear();
        return whole;
    }

    private async Task FinishAsync(int earlier, (byte[] Sound, string Subtitles) whole)
    {
        asked.Clear();
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        Answer(answerer, job => [Spoken(job)]);

        var run = await SayAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain($"{earlier} of 12 fragments were spoken by an earlier run");
        asked.Count.ShouldBe(12 - earlier);
        asked.ShouldAllBe(job => job.LooksFirst);
        (await File.ReadAllBytesAsync(Out, Cancellation)).ShouldBe(whole.Sound);
        Directory.GetFiles(folder, "book.wav*").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(Path.Combine(folder, "book.srt"), Cancellation)).ShouldBe(whole.Subtitles);
    }

    private TtsProcess Start(params string[] more)
    {
        var book = Path.Combine(folder, "book.txt");
        if (!File.Exists(book))
            File.WriteAllText(book, Book);
        return TtsProcess.Start(new Dictionary<string, string> { ["TTS_BROKER_PRODUCER"] = farm.Uris.Producer }, ["say", book, "--out", Out, .. more]);
    }

    private Task<(int ExitCode, string Output, string Error)> SayAsync() => SayAsync(Book);

    private async Task<(int ExitCode, string Output, string Error)> SayAsync(string book, params string[] more)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "book.txt"), book, Cancellation);
        await using var tts = Start(more);
        return await tts.EndAsync(Cancellation);
    }

    /// <summary>What a host would do: a tenth of a second of a height of its own, between stretches of quiet.</summary>
    private SpeechResult Spoken(SpeechJob job)
    {
        var seq = (int)job.Stream!.Seq;
        var sound = Enumerable.Range(0, Rate / 10).Select(i => (short)(Height(seq) * Math.Cos(2 * Math.PI * 400 * i / Rate)));
        short[] samples = [.. new short[seq * 100], .. sound, .. new short[2000]];
        byte[] file = [.. new PcmWav(Rate, 1, default).Header(2 * samples.Length), .. samples.SelectMany(BitConverter.GetBytes)];
        var path = Path.Combine(folder, $"{job.Id}.wav");
        File.WriteAllBytes(path, file);
        var audio = new ResultAudio(FileUri.Of(path), "audio/wav", file.Length, Convert.ToHexStringLower(SHA256.HashData(file)), Rate, samples.Length * 1000L / Rate);
        return Answerer.Done(job) with { Audio = audio };
    }

    private static SpeechResult Refused(SpeechJob job) =>
        Answerer.Failed(job) with { Error = new ResultError(ReasonCode.TextUnspeakable, "nothing of it can be spoken", false) };

    private static int Height(int seq) => 10_000 + (1_000 * seq);

    private static IReadOnlyList<(double From, double To, string Text)> Cues(string srt) =>
        [.. srt.Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split("\r\n")).Select(lines => (Time(lines[1][..12]), Time(lines[1][17..]), lines[2]))];

    private static double Time(string time) => TimeSpan.ParseExact(time, @"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture).TotalMilliseconds;
}
