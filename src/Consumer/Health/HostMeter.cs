using System.Diagnostics;
using System.Diagnostics.Metrics;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Health;

/// <summary>
/// What a host counts of its jobs: OpenTelemetry's messaging names where they exist, <c>tts.*</c> else; seconds. No value from the wire becomes a tag:
/// reasons are a closed set, ids and voices are in none.
/// </summary>
internal static class HostMeter
{
    /// <summary>The name of meter and activity source.</summary>
    public const string Name = "tts.host";

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

    /// <summary>The meter all instruments of a host belong to.</summary>
    public static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> ProcessDuration = Duration(
        "messaging.process.duration", "From a job's delivery to its settlement.");
    private static readonly Histogram<double> QueuedDuration = Duration("tts.job.queued.duration", "From a job's publish to its delivery.");
    private static readonly Histogram<double> SynthesisDuration = Duration("tts.synthesis.duration", "A job's time at the model, waiting for it included.");
    private static readonly Histogram<double> StoreDuration = Duration("tts.store.duration", "Encoding and storing a job's audio.");
    private static readonly Counter<long> Consumed = Meter.CreateCounter<long>(
        "messaging.client.consumed.messages", "{message}", "Jobs taken.");
    private static readonly Counter<long> Settlements = Meter.CreateCounter<long>(
        "tts.job.settlements", "{settlement}", "What was done with jobs: answer, ack (a notice that was answered before), retry, dead_letter, quarantine, give_back, forget.");
    private static readonly Counter<double> Audio = Meter.CreateCounter<double>("tts.audio.duration", "s", "Audio made.");
    private static readonly Counter<long> Characters = Meter.CreateCounter<long>("tts.text.characters", "{character}", "Unicode scalars spoken.");

    /// <summary>Counts a job that is settled.</summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="job">The job.</param>
    /// <param name="decision">What was done with it.</param>
    /// <param name="elapsed">From its delivery on.</param>
    public static void Settled(string queue, JobInHand job, SettlementDecision decision, TimeSpan elapsed)
    {
        var tags = new TagList
        {
            { "messaging.system", "rabbitmq" },
            { "messaging.destination.name", queue },
            { "messaging.operation.name", "process" },
        };
        Consumed.Add(1, tags);
        Settlements.Add(1, new TagList { { "messaging.destination.name", queue }, { "tts.settlement", Word(decision) } });
        if (Reason(decision) is { } reason)
            tags.Add("error.type", reason.Wire());
        ProcessDuration.Record(elapsed.TotalSeconds, tags);
        if (job.Headers.SentAt is { } sent && job.Delivery.ReceivedAt > sent)
            QueuedDuration.Record((job.Delivery.ReceivedAt - sent).TotalSeconds);
        if (decision is SettlementDecision.Answer { Result: { Audio: { } audio } result })
            Spoken(job, audio, result.Timing);
    }

    /// <summary>What was done, in a word.</summary>
    public static string Word(SettlementDecision decision) => decision switch
    {
        SettlementDecision.Answer { Result: null } => "ack",
        SettlementDecision.Answer => "answer",
        SettlementDecision.Retry => "retry",
        SettlementDecision.DeadLetter => "dead_letter",
        SettlementDecision.Quarantine => "quarantine",
        SettlementDecision.GiveBack => "give_back",
        _ => "forget",
    };

    /// <summary>Why a job has no audio, where it ended without.</summary>
    public static ReasonCode? Reason(SettlementDecision decision) => decision switch
    {
        SettlementDecision.DeadLetter dead => dead.Problem.Code,
        SettlementDecision.Answer { Result.Error: { } error } => error.Code,
        _ => null,
    };

    private static void Spoken(JobInHand job, ResultAudio audio, ResultTiming? timing)
    {
        Audio.Add(audio.DurationMs / 1000.0);
        Characters.Add(HostStatus.Scalars(job.Job));
        if (timing is null)
            return;
        SynthesisDuration.Record(timing.SynthMs / 1000.0);
        StoreDuration.Record(timing.StoreMs / 1000.0);
    }

    private static Histogram<double> Duration(string name, string description) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
}
