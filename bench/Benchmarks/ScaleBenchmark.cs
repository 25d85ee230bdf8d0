using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How much faster four hosts are than one, with a toy model that waits 50 ms.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    private const int ModelMs = 50;
    private const int Hosts = 4;
    private const int JobsOfAHost = 60;

    public string Name => "scale";

    public string About => $"jobs a second of {Hosts} hosts ÷ those of one, {ModelMs} ms a job";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await using var one = await scene.FarmAsync("scale-1", cancellation);
        await using var four = await scene.FarmAsync("scale-4", cancellation);
        await one.HostAsync(new ToyOptions(ModelMs, 0), cancellation);
        for (var i = 0; i < Hosts; i++)
            await four.HostAsync(new ToyOptions(ModelMs, 0), cancellation);
        List<double> gains = [];
        for (var round = 0; round <= scene.Rounds; round++)
        {
            scene.Say($"scale: round {round} of {scene.Rounds}");
            var (alone, together) = (await RateAsync(one, JobsOfAHost, cancellation), await RateAsync(four, Hosts * JobsOfAHost, cancellation));
            // Round 0 is the warm-up.
            if (round > 0)
                gains.Add(together / alone);
        }
        return [new("scale", "×", gains, Goal.AtLeast(3.8))];
    }

    private static async Task<double> RateAsync(BenchFarm farm, int jobs, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await farm.SpeakAsync(Enumerable.Repeat("你好。", jobs), cancellation);
        return jobs / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
