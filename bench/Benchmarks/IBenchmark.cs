using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>Measures one thing.</summary>
internal interface IBenchmark
{
    /// <summary>As it is asked for on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, for the help.</summary>
    string About { get; }

    /// <summary>Measures it, round after round; what is compared takes turns within a round.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation);
}
