using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Text;
using TtsConsumers.Tests.Kit;

namespace TtsConsumers.Bench.Farm;

/// <summary>The default voice without a farm: its instances, called in a loop.</summary>
internal sealed class BareVoice : IAsyncDisposable
{
    private readonly SpeechEngine engine;

    private BareVoice(SpeechEngine engine) => this.engine = engine;

    /// <summary>Where the default voice speaks: <c>TTS_PROVIDER</c>, as a host would take it.</summary>
    public static string Provider { get; } = Environment.GetEnvironmentVariable("TTS_PROVIDER") is { Length: > 0 } provider ? provider : SpeechOptions.Cpu;

    /// <summary>Whether it speaks on a GPU.</summary>
    public static bool OnGpu => Provider != SpeechOptions.Cpu;

    /// <summary>One instance a core is the fastest on a processor; more than four would measure memory, not the farm.</summary>
    public static int Instances { get; } = OnGpu ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How many share a Run at most, where it is not the batch that is measured.</summary>
    public static int UsualBatch => OnGpu ? 8 : 1;

    public static Task<BareVoice> LoadAsync(CancellationToken cancellation) => LoadAsync(Instances, UsualBatch, cancellation);

    public static async Task<BareVoice> LoadAsync(int instances, int batch, CancellationToken cancellation) =>
        new(await SpeechEngine.LoadAsync(Options(instances, batch), TimeProvider.System, NullLogger<SpeechEngine>.Instance, cancellation));

    /// <summary>Text to what the model takes; outside of what is timed.</summary>
    public Utterance Read(string text)
    {
        var reading = (Reading.Spoken)engine.FrontEnd.Read(text, null);
        return engine.Utter(reading, engine.Catalogue.Default(reading.Language), 1);
    }

    /// <summary>Speaks one text.</summary>
    /// <returns>Its samples.</returns>
    public async Task<float[]> SpeakAsync(string text, CancellationToken cancellation)
    {
        using var audio = await engine.Instances[0].SpeakAsync(Read(text), cancellation);
        return audio.Samples.ToArray();
    }

    /// <summary>Every instance takes the next utterance as soon as it has none: as many callers an instance as share a Run, twice over.</summary>
    /// <returns>Seconds of audio a second.</returns>
    public async Task<double> LoopAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellation)
    {
        var next = -1;
        var seconds = 0.0;
        var gate = new Lock();
        var callers = engine.Batch == 1 ? 1 : 2 * engine.Batch;
        var started = Stopwatch.GetTimestamp();
        // By turns: the first caller of each instance, then the second, so that none is left without work where texts are few.
        await Task.WhenAll(Enumerable.Repeat(engine.Instances, callers).SelectMany(instances => instances).Select(async instance =>
        {
            for (var i = Interlocked.Increment(ref next); i < utterances.Count; i = Interlocked.Increment(ref next))
            {
                using var audio = await instance.SpeakAsync(utterances[i], cancellation);
                lock (gate)
                    seconds += audio.Duration.TotalSeconds;
            }
        }));
        return seconds / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static SpeechOptions Options(int instances, int batch) => new()
    {
        Models = Path.Combine(Clone.Root, "models"),
        Lexicon = Path.Combine(Clone.Root, "lexicon"),
        Instances = instances,
        Batch = batch,
        Provider = Provider,
    };
}
