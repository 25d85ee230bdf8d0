using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How many jobs a second the whole way carries when nothing is spoken and nothing is stored.</summary>
internal sealed class BrokerBenchmark : IBenchmark
{
    private const int Jobs = 3000;

    public string Name => "broker";

    public string About => "jobs a second through publish, lane, result and ack, with a model and a store that do nothing: 4 instances of 2 lanes";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await using var farm = await scene.FarmAsync("broker", cancellation);
        await farm.HostAsync(new ToyOptions(0, 0), cancellation, ("TTS_INSTANCES", "4"), ("TTS_LANES", "2"));
        await RateAsync(farm, cancellation);
        List<double> rates = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"broker: round {round} of {scene.Rounds}");
            rates.Add(await RateAsync(farm, cancellation));
        }
        return [new("broker", "jobs/s", rates, Goal.AtLeast(1000))];
    }

    private static async Task<double> RateAsync(BenchFarm farm, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await farm.SpeakAsync(Enumerable.Repeat("你好。", Jobs), cancellation);
        return Jobs / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
