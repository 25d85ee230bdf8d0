using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Bench.Toys;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>A whole farm against the same instances called in a loop, in turns on the same texts; and what instances and batches gain.</summary>
internal sealed class FarmBareBenchmark : IBenchmark
{
    private const int FewestInCell = 8;

    private static readonly (int Instances, int Batch)[] Grid = BareVoice.OnGpu
        ? [.. from instances in Enumerable.Range(1, 4) from batch in (int[])[1, 4, 8, 16] select (instances, batch)]
        : [(1, 1), (1, 4), (2, 1), (2, 4)];

    // Side by side they take turns within a round; but so many do not fit into the memory of a GPU.
    private static readonly int SideBySide = BareVoice.OnGpu ? 1 : Grid.Length;

    public string Name => "farm-bare";

    public string About => "audio seconds a second of a farm ÷ those of its instances in a loop; throughput by instances and batch";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation) =>
        [.. await CompareAsync(scene, cancellation), .. await GridAsync(scene, cancellation)];

    private static async Task<IReadOnlyList<Figure>> CompareAsync(BenchScene scene, CancellationToken cancellation)
    {
        var bare = await scene.VoiceAsync(cancellation);
        await using var farm = await scene.FarmAsync("farm-bare", cancellation);
        var host = await farm.HostAsync(
            new ToyOptions(null, null),
            cancellation,
            ("TTS_MODEL", "kokoro-82m-v1.0"),
            ("TTS_PROVIDER", BareVoice.Provider),
            ("TTS_INSTANCES", $"{BareVoice.Instances}"),
            ("TTS_BATCH", $"{BareVoice.UsualBatch}"));
        await farm.SpeakAsync(BenchTexts.Mixed(0, BareVoice.Instances, 10, 20), cancellation);

        List<double> ratios = [], farms = [], bares = [], busy = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            // The longest first, so that neither side ends with one instance at work on a long text.
            var texts = BenchTexts.Mixed(round, 4 * BareVoice.Instances * BareVoice.UsualBatch, 8, 25).OrderByDescending(text => text.Length).ToList();
            scene.Say($"farm-bare: round {round} of {scene.Rounds}");
            bares.Add(await bare.LoopAsync([.. texts.Select(bare.Read)], cancellation));
            var before = await BenchFarm.SampleAsync(host, cancellation);
            var started = Stopwatch.GetTimestamp();
            farms.Add(await farm.SpeakAsync(texts, cancellation) / Stopwatch.GetElapsedTime(started).TotalSeconds);
            var after = await BenchFarm.SampleAsync(host, cancellation);
            busy.Add(100 * (after.Busy - before.Busy) / (after.At - before.At) / BareVoice.Instances);
            ratios.Add(farms[^1] / bares[^1]);
        }
        return
        [
            new("farm-bare", "ratio", ratios, Goal.AtLeast(0.95)),
            new("farm-bare.farm", "audio s/s", farms, null),
            new("farm-bare.bare", "audio s/s", bares, null),
            new("farm-bare.busy", "%", busy, null),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> GridAsync(BenchScene scene, CancellationToken cancellation)
    {
        await scene.ForgetVoiceAsync();
        List<Figure> figures = [];
        foreach (var cells in Grid.Chunk(SideBySide))
            figures.AddRange(await CellsAsync(scene, cells, cancellation));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> CellsAsync(BenchScene scene, (int Instances, int Batch)[] cells, CancellationToken cancellation)
    {
        List<BareVoice> voices = [];
        try
        {
            foreach (var (instances, batch) in cells)
                voices.Add(await BareVoice.LoadAsync(instances, batch, cancellation));
            var speeds = cells.Select(_ => new List<double>()).ToList();
            for (var round = 1; round <= scene.Rounds; round++)
            {
                scene.Say($"farm-bare: instances × batch {string.Join(", ", cells.Select(cell => $"{cell.Instances} × {cell.Batch}"))}, round {round} of {scene.Rounds}");
                for (var i = 0; i < cells.Length; i++)
                {
                    var texts = BenchTexts.Mixed(100 + round, Math.Max(FewestInCell, 2 * cells[i].Instances * cells[i].Batch), 6, 14);
                    speeds[i].Add(await voices[i].LoopAsync([.. texts.Select(voices[i].Read)], cancellation));
                }
            }
            return [.. cells.Select((cell, i) => new Figure($"farm-bare.i{cell.Instances}b{cell.Batch}", "audio s/s", speeds[i], null))];
        }
        finally
        {
            foreach (var voice in voices)
                await voice.DisposeAsync();
        }
    }
}
