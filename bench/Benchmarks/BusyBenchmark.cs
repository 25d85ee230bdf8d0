using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>The share of time an instance is inside Run while jobs wait, by the number of its lanes.</summary>
internal sealed class BusyBenchmark : IBenchmark
{
    private const int ModelMs = 50;
    private const int StoreMs = 15;
    private const int MostLanes = 3;
    private const int Lead = 5;
    private const int Measured = 40;

    public string Name => "busy";

    public string About => $"time in the model while jobs wait, at 1, 2 and 3 lanes, with {ModelMs} ms jobs and a {StoreMs} ms store";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        List<BenchFarm> farms = [];
        try
        {
            List<HostProcess> hosts = [];
            for (var lanes = 1; lanes <= MostLanes; lanes++)
            {
                farms.Add(await scene.FarmAsync($"busy-{lanes}", cancellation));
                hosts.Add(farms[^1].Start(new ToyOptions(ModelMs, StoreMs), ("TTS_LANES", $"{lanes}")));
            }
            foreach (var host in hosts)
                await host.ReadyAsync(cancellation);
            var shares = Enumerable.Range(0, MostLanes).Select(_ => new List<double>()).ToList();
            for (var round = 0; round <= scene.Rounds; round++)
            {
                scene.Say($"busy: round {round} of {scene.Rounds}");
                for (var lanes = 0; lanes < MostLanes; lanes++)
                {
                    var share = await RoundAsync(farms[lanes], hosts[lanes], round, cancellation);
                    // Round 0 is the warm-up.
                    if (round > 0)
                        shares[lanes].Add(share);
                }
            }
            return [.. shares.Select((share, i) => new Figure($"busy.k{i + 1}", "%", share, i == 1 ? Goal.AtLeast(98) : null))];
        }
        finally
        {
            foreach (var farm in farms)
                await farm.DisposeAsync();
        }
    }

    private static async Task<double> RoundAsync(BenchFarm farm, HostProcess host, int round, CancellationToken cancellation)
    {
        var before = (await BenchFarm.SampleAsync(host, cancellation)).Done;
        const int Jobs = Lead + Measured + Lead;
        await farm.PublishAsync(BenchTexts.Mixed(round, Jobs, 5, 60), cancellation);
        var first = await BenchFarm.SampleAsync(host, before + Lead, cancellation);
        var last = await BenchFarm.SampleAsync(host, before + Lead + Measured, cancellation);
        await BenchFarm.SampleAsync(host, before + Jobs, cancellation);
        return 100 * (last.Busy - first.Busy) / (last.At - first.At);
    }
}
