using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How long a host takes from the start of its process until its lanes consume, with the default voice.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    public string Name => "start";

    public string About => "process start → lanes consuming, default voice";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await scene.ForgetVoiceAsync();
        await using var farm = await scene.FarmAsync("start", cancellation);
        await SecondsAsync(farm, cancellation);
        List<double> starts = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"start: round {round} of {scene.Rounds}");
            starts.Add(await SecondsAsync(farm, cancellation));
        }
        return [new("start", "s", starts, Goal.AtMost(3))];
    }

    private static async Task<double> SecondsAsync(BenchFarm farm, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var host = farm.StartShipped(("TTS_MODEL", "kokoro-82m-v1.0"));
        while (await host.AskAsync("/health/ready", cancellation) != 200)
        {
            if (host.HasExited)
                throw new BenchException($"the host ended; its log: {host.LogFile}");
            await Task.Delay(Look, cancellation);
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.KillAsync();
        return seconds;
    }
}
