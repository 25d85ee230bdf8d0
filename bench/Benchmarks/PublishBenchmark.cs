using System.Diagnostics;
using System.Text.Json;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How many jobs a second one client publishes, each confirmed.</summary>
internal sealed class PublishBenchmark : IBenchmark
{
    private const int Jobs = 20_000;
    private const int BodyBytes = 300;

    public string Name => "publish";

    public string About => $"confirmed publishes a second of one client, bodies of {BodyBytes} bytes";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        await using var farm = await scene.FarmAsync("publish", cancellation);
        await using var publisher = new JobPublisher(new SpeechClientOptions { Broker = farm.Producer }, replySuffix: null);
        await publisher.ConnectAsync(cancellation);
        await RateAsync(publisher, farm, cancellation);
        List<double> rates = [];
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"publish: round {round} of {scene.Rounds}");
            rates.Add(await RateAsync(publisher, farm, cancellation));
        }
        return [new("publish", "jobs/s", rates, Goal.AtLeast(20_000))];
    }

    private static async Task<double> RateAsync(JobPublisher publisher, BenchFarm farm, CancellationToken cancellation)
    {
        var jobs = Enumerable.Range(0, Jobs).Select(_ => Sized(farm.Job(""))).ToList();
        var started = Stopwatch.GetTimestamp();
        var receipts = await Task.WhenAll(jobs.Select(job => publisher.PublishAsync(job, cancellation)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (receipts.FirstOrDefault(receipt => receipt.Outcome != PublishOutcome.Confirmed) is { } other)
            throw new BenchException($"a publish was not confirmed: {other.Outcome} {other.Detail}");
        await farm.PurgeAsync(cancellation);
        return Jobs / seconds;
    }

    /// <summary>A text of so many letters that the body has the size.</summary>
    private static SpeechJob Sized(SpeechJob job)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(job, ContractJson.Job).Length;
        return job with { Text = new string('a', BodyBytes - body) };
    }
}
