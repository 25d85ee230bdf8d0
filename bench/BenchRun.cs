using System.Reflection;
using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Bench.Benchmarks;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;

namespace TtsConsumers.Bench;

/// <summary>One run of the bench, figure after figure.</summary>
internal static class BenchRun
{
    private const string OnlyByName = "soak";

    /// <summary>Everything that can be measured, in the order in which it is.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new FarmBareBenchmark(), new BusyBenchmark(), new OverheadBenchmark(), new BrokerBenchmark(), new PublishBenchmark(), new FrontEndBenchmark(),
        new EncodeBenchmark(), new StartBenchmark(), new MemoryBenchmark(), new ScaleBenchmark(), new SoakBenchmark(),
    ];

    /// <summary>Those that were named; all but soak where none was.</summary>
    public static IReadOnlyList<IBenchmark> Chosen(IReadOnlyCollection<string> names) =>
        [.. All.Where(one => names.Count == 0 ? one.Name != OnlyByName : names.Contains(one.Name))];

    public static async Task<Report> RunAsync(IReadOnlyList<IBenchmark> chosen, int rounds, TimeSpan soak, CancellationToken cancellation)
    {
        var machine = Machine.Here();
        var progress = new Progress();
        await using var scene = new BenchScene(rounds, soak, progress);
        using var going = CancellationTokenSource.CreateLinkedTokenSource(cancellation, scene.BrokerLost);
        List<Figure> figures = [];
        try
        {
            foreach (var one in chosen)
                figures.AddRange(await one.RunAsync(scene, going.Token));
        }
        catch (OperationCanceledException) when (scene.BrokerLost.IsCancellationRequested)
        {
            throw new BenchException("the broker went away while it was measured with");
        }
        progress.Clear();
        return new Report(machine, Versions(scene.BrokerVersion), figures);
    }

    private static Dictionary<string, string> Versions(string? broker)
    {
        var versions = new Dictionary<string, string>
        {
            ["dotnet"] = Environment.Version.ToString(),
            ["onnxruntime"] = OrtEnv.Instance().GetVersionString(),
            ["rabbitmq_client"] = Version(typeof(RabbitMQ.Client.IConnection)),
        };
        if (BareVoice.OnGpu)
            versions["provider"] = BareVoice.Provider;
        // Set by ./farm.
        if (Environment.GetEnvironmentVariable("TTS_COMMIT") is { Length: > 0 } commit)
            versions["commit"] = commit;
        if (broker is not null)
            versions["rabbitmq"] = broker;
        return versions;
    }

    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
