using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>Whether a host stays as it is under hours of mixed load: memory, threads and handles, the last quarter of the time against the second.</summary>
internal sealed class SoakBenchmark : IBenchmark
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly string[] Formats = ["wav", "pcm", "flac", "opus", "mp3"];
    private static readonly int[] Rates = [8000, 16_000, 24_000, 48_000];

    public string Name => "soak";

    public string About => "growth of memory, threads and handles under --minutes of mixed load, default voice";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await scene.ForgetVoiceAsync();
        await using var farm = await scene.FarmAsync("soak", cancellation);
        var host = await farm.HostAsync(new ToyOptions(null, null), cancellation, ("TTS_MODEL", "kokoro-82m-v1.0"));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var load = LoadAsync(farm, enough.Token);
        var looks = await WatchAsync(scene, host, load, cancellation);
        await enough.CancelAsync();
        var jobs = await load;
        var quarter = looks.Count / 4;
        if (quarter == 0)
            throw new BenchException("--minutes was too short for four looks at the host");
        Figure Growth(string name, string unit, Func<ProcessLook, double> of, double most) => new(
            $"soak.{name}", unit, [Figure.Middle(looks.TakeLast(quarter).Select(of)) - Figure.Middle(looks.Skip(quarter).Take(quarter).Select(of))], Goal.AtMost(most));
        return
        [
            Growth("memory", "MB grown", look => look.ResidentBytes / 1e6, 40),
            Growth("threads", "grown", look => look.Threads, 3),
            Growth("handles", "grown", look => look.Handles, 5),
            new("soak.jobs", "jobs", [jobs], null),
        ];
    }

    private static async Task<List<ProcessLook>> WatchAsync(BenchScene scene, HostProcess host, Task<int> load, CancellationToken cancellation)
    {
        List<ProcessLook> looks = [];
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < scene.Soak && !load.IsCompleted)
        {
            await Task.Delay(LookEvery, cancellation);
            looks.Add(ProcessLook.At(host.Id));
            scene.Say($"soak: {looks[^1].ResidentBytes / 1e6:0} MB, {looks[^1].Threads} threads, {looks[^1].Handles} handles");
        }
        return looks;
    }

    /// <summary>Texts of all lengths, one to four at a time, in every format and rate; every tenth is a job that is refused.</summary>
    /// <returns>How many were answered.</returns>
    private static async Task<int> LoadAsync(BenchFarm farm, CancellationToken enough)
    {
        var random = new Random(1);
        var answered = 0;
        try
        {
            while (true)
            {
                var jobs = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Mixed(farm, random)).ToList();
                await Task.WhenAll(jobs.Select(job => farm.Client.SpeakAsync(job, enough)));
                answered += jobs.Count;
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return answered;
        }
    }

    private static SpeechJob Mixed(BenchFarm farm, Random random) => farm.Job(BenchTexts.Sentences[random.Next(BenchTexts.Sentences.Count)]) with
    {
        Voice = random.Next(10) == 0 ? "nobody" : null,
        Format = Formats[random.Next(Formats.Length)],
        SampleRate = Rates[random.Next(Rates.Length)],
        Speed = random.Next(3) == 0 ? 1.5 : null,
    };
}
