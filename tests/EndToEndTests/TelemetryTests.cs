using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>What a real host tells of itself: /stats, /metrics, and traces to a collector.</summary>
public sealed class TelemetryTests(BrokerFixture broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_AfterJobs_TellsThemInStatsAndMetrics()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_INSTANCES", "2"));
        await using var client = await scene.ClientAsync(Cancellation);
        for (var n = 0; n < 3; n++)
            await client.SpeakAsync(new SpeechJob { Id = $"job-{n}", Text = "你好，世界。" }, Cancellation);
        await client.SpeakAsync(new SpeechJob { Id = "mute", Text = "สวัสดี" }, Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt32() == 3 && stats.GetProperty("failed").GetInt32() == 1, "done with four jobs", Cancellation);

        var stats = (await host.StatsAsync(Cancellation))!.Value;
        stats.GetProperty("characters").GetInt32().ShouldBe(18);
        stats.GetProperty("held").GetInt32().ShouldBe(0);
        stats.GetProperty("instances").GetArrayLength().ShouldBe(2);
        stats.GetProperty("instances").EnumerateArray().Sum(instance => instance.GetProperty("busy_seconds").GetDouble()).ShouldBeGreaterThan(0);
        stats.GetProperty("memory_bytes").GetInt64().ShouldBeGreaterThan(10_000_000);

        var metrics = await MetricsAsync(host);
        Value(metrics, "messaging_client_consumed_messages_total", "tts.jobs").ShouldBe(4);
        Value(metrics, "messaging_process_duration_seconds_count", "error_type=\"text_unspeakable\"").ShouldBe(1);
        Value(metrics, "tts_job_settlements_total", "\"answer\"").ShouldBe(3);
        Value(metrics, "tts_job_settlements_total", "dead_letter").ShouldBe(1);
        Value(metrics, "tts_text_characters_total", "").ShouldBe(18);
        Value(metrics, "tts_ready", "").ShouldBe(1);
        Value(metrics, "tts_lanes", "idle").ShouldBe(4);
        Value(metrics, "process_memory_usage_bytes", "").ShouldBeGreaterThan(10_000_000);
        metrics.ShouldContain("tts_instance_busy_seconds_total{");
        metrics.ShouldContain("dotnet_gc_collections_total");
        // Nothing that came over the wire is in a tag.
        metrics.ShouldNotContain("job-1");
    }

    [Fact]
    public async Task Host_WithACollector_JoinsTheTraceOfTheJob()
    {
        using var collector = new Collector();
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(
            Cancellation, ("TTS_OTLP", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "200"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"));
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var parent = "00f067aa0ba902b7";

        await scene.PublishRawAsync(
            Encoding.UTF8.GetBytes("""{"id":"traced","text":"你好，世界。"}"""),
            new BasicProperties { Headers = new Dictionary<string, object?> { ["traceparent"] = $"00-{trace}-{parent}-01" } },
            Cancellation);

        // Ids are bytes in the protobuf, texts are UTF-8: they are found without reading the rest.
        await collector.UntilAsync("/v1/traces", body => body.AsSpan().IndexOf(Convert.FromHexString(trace)) >= 0 && body.AsSpan().IndexOf(Convert.FromHexString(parent)) >= 0
            && body.AsSpan().IndexOf("process tts.jobs"u8) >= 0 && body.AsSpan().IndexOf("tts-host"u8) >= 0);
        await collector.UntilAsync("/v1/metrics", body => body.AsSpan().IndexOf("messaging.process.duration"u8) >= 0);
    }

    [Fact]
    public async Task Host_CollectorThatIsNotThere_SpeaksAllTheSame()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_OTLP", "http://127.0.0.1:1"));
        await using var client = await scene.ClientAsync(Cancellation);

        (await client.SpeakAsync(new SpeechJob { Id = "job", Text = "你好，世界。" }, Cancellation)).Status.ShouldBe(ResultStatus.Done);

        (await host.TerminateAsync(Cancellation)).ShouldBe(0);
    }

    private static async Task<string> MetricsAsync(HostProcess host)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(host.Address()!, "/metrics"), Cancellation);
    }

    /// <summary>The sum of a metric's lines that hold a word.</summary>
    private static double Value(string metrics, string name, string word) => metrics.Split('\n')
        .Where(line => (line.StartsWith(name + "{", StringComparison.Ordinal) || line.StartsWith(name + " ", StringComparison.Ordinal)) && line.Contains(word, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Takes what an OTLP exporter sends.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(string Path, byte[] Body)> received = [];

        public Collector()
        {
            using (var port = new TcpListener(IPAddress.Loopback, 0))
            {
                port.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}";
            }
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            _ = ReceiveAsync();
        }

        public string Address { get; }

        public async Task UntilAsync(string path, Func<byte[], bool> asked)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            patience.CancelAfter(Patience);
            while (!received.Any(one => one.Path == path && asked(one.Body)))
                await Task.Delay(50, patience.Token);
        }

        public void Dispose() => listener.Close();

        private async Task ReceiveAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                    context.Response.Close();
                }
                catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
