using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>What the farm itself takes for one job: from its publish to its result, less the time for text, model and store.</summary>
internal sealed class OverheadBenchmark : IBenchmark
{
    private const int Jobs = 300;

    public string Name => "overhead";

    public string About => "publish → result received, less text, synthesis and store, one job in flight";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await using var farm = await scene.FarmAsync("overhead", cancellation);
        await farm.HostAsync(new ToyOptions(0, 0), cancellation);
        await RoundAsync(farm, cancellation);
        List<double> halves = [], worst = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"overhead: round {round} of {scene.Rounds}");
            var overheads = await RoundAsync(farm, cancellation);
            halves.Add(Figure.Quantile(overheads, 0.50));
            worst.Add(Figure.Quantile(overheads, 0.99));
        }
        return [new("overhead.p50", "ms", halves, Goal.AtMost(4)), new("overhead.p99", "ms", worst, Goal.AtMost(15))];
    }

    private static async Task<List<double>> RoundAsync(BenchFarm farm, CancellationToken cancellation)
    {
        List<double> overheads = [];
        for (var i = 0; i < Jobs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await farm.Client.SpeakAsync(farm.Job("你好。"), cancellation);
            // Whole milliseconds, so less is taken off than was spent.
            var timing = result.Timing!;
            overheads.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds - timing.TextMs - timing.SynthMs - timing.StoreMs);
        }
        return overheads;
    }
}
