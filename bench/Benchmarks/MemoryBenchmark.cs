using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>What a host keeps in memory, by instances; and what it allocates for a job.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int ToyJobs = 300;

    public string Name => "memory";

    public string About => "resident memory of a host after each round, first instance and each more; allocation a job besides its audio";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation) =>
        [.. await ResidentAsync(scene, cancellation), .. await AllocatedAsync(scene, cancellation)];

    private static async Task<IReadOnlyList<Figure>> ResidentAsync(BenchScene scene, CancellationToken cancellation)
    {
        await scene.ForgetVoiceAsync();
        await using var one = await scene.FarmAsync("memory-1", cancellation);
        await using var two = await scene.FarmAsync("memory-2", cancellation);
        var single = await one.HostAsync(new ToyOptions(null, null), cancellation, ("TTS_MODEL", "kokoro-82m-v1.0"));
        var pair = await two.HostAsync(new ToyOptions(null, null), cancellation, ("TTS_MODEL", "kokoro-82m-v1.0"), ("TTS_INSTANCES", "2"));
        List<double> first = [], more = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"memory: round {round} of {scene.Rounds}");
            var texts = BenchTexts.Mixed(round, 2, 15, 30);
            await one.SpeakAsync(texts, cancellation);
            await two.SpeakAsync(texts, cancellation);
            first.Add(Gigabytes(single));
            more.Add(Gigabytes(pair) - first[^1]);
        }
        return [new("memory.first", "GB", first, Goal.AtMost(0.8)), new("memory.more", "GB", more, Goal.AtMost(0.6))];
    }

    private static double Gigabytes(HostProcess host) => ProcessLook.At(host.Id).ResidentBytes / 1e9;

    /// <summary>A toy hums as long as a voice would speak, so its audio is as large as a voice's, in a store that is a directory.</summary>
    private static async Task<IReadOnlyList<Figure>> AllocatedAsync(BenchScene scene, CancellationToken cancellation)
    {
        await using var farm = await scene.FarmAsync("memory-toy", cancellation);
        var host = await farm.HostAsync(new ToyOptions(0, null), cancellation);
        List<double> allocated = [], large = [];
        for (var round = 0; round <= scene.Rounds; round++)
        {
            scene.Say($"memory: allocation, round {round} of {scene.Rounds}");
            var before = await BenchFarm.SampleAsync(host, cancellation);
            await farm.SpeakAsync(BenchTexts.Mixed(round, ToyJobs, 20, 50), cancellation);
            var after = await BenchFarm.SampleAsync(host, before.Done + ToyJobs, cancellation);
            // Round 0 fills the pools.
            if (round == 0)
                continue;
            allocated.Add((after.Allocated - before.Allocated) / 1024.0 / ToyJobs);
            large.Add((after.Large - before.Large) / 1024.0 / ToyJobs);
        }
        return [new("memory.allocated", "KiB/job", allocated, Goal.AtMost(64)), new("memory.large", "KiB/job", large, Goal.AtMost(1))];
    }
}
