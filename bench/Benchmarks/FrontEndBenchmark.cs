using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Speech.Text;
using TtsConsumers.Tests.Kit;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How long text to phonemes takes, on one thread.</summary>
internal sealed class FrontEndBenchmark : IBenchmark
{
    private const int Characters = 40;

    public string Name => "front-end";

    public string About => $"ms for a fragment of {Characters} characters, text to phonemes, the network for polyphones included";

    public Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        using var frontEnd = FrontEnd.Load(Path.Combine(Clone.Root, "lexicon"), Path.Combine(Clone.Root, "models"));
        var fragments = BenchTexts.Fragments(Characters);
        Read(frontEnd, fragments);
        List<double> means = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"front-end: round {round} of {scene.Rounds}");
            var started = Stopwatch.GetTimestamp();
            for (var pass = 0; pass < 3; pass++)
                Read(frontEnd, fragments);
            means.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / (3 * fragments.Count));
        }
        return Task.FromResult<IReadOnlyList<Figure>>([new("front-end", "ms", means, Goal.AtMost(1))]);
    }

    private static void Read(FrontEnd frontEnd, IReadOnlyList<string> fragments)
    {
        foreach (var fragment in fragments)
            frontEnd.Read(fragment, null);
    }
}
