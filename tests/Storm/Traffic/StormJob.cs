using System.Text.Json;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Storm.Ledger;

namespace TtsConsumers.Tests.Storm.Traffic;

/// <summary>A job of the storm. Its text says what it does to the toy voice with the faults; no two jobs have the same text.</summary>
/// <param name="Kind">What it is up to.</param>
/// <param name="Number">Its number, from 1.</param>
public sealed record StormJob(JobKind Kind, int Number)
{
    /// <summary>How the ids of poison jobs begin; hosts are set up to die of them.</summary>
    public const string PoisonPrefix = "poison-";

    /// <summary>Where results go.</summary>
    public const string ReplyTo = "storm";

    private const string Voice = "zf_xiaoxiao";
    private const int SampleRate = 24_000;

    private static readonly string[] Phrases =
        ["今天天气真好。", "请把门关上。", "风越来越大了，雨还没有停。", "银行明天九点开门。", "我们在车站等你。", "这条路通往山里。", "他说得很清楚，大家都听懂了。"];

    /// <summary>Its id.</summary>
    public string Id => Kind switch
    {
        JobKind.Plain => $"job-{Number}",
        JobKind.Refusable => $"refusable-{Number}",
        JobKind.Poison => $"{PoisonPrefix}{Number}",
        JobKind.Hanging => $"hanging-{Number}",
        JobKind.CcBomb => $"bomb-{Number}",
        _ => throw new InvalidOperationException($"a job without an id: {Kind}"),
    };

    /// <summary>Its text. "Vision" and "thick" hold the sounds at which the voice hangs and wants too much memory.</summary>
    public string Text => Kind switch
    {
        JobKind.Hanging => $"第{Number}号，vision。",
        JobKind.CcBomb => $"第{Number}号，thick。",
        _ => $"第{Number}句。{Phrases[Number % Phrases.Length]}",
    };

    private SpeechJob Job => new() { Id = Id, Text = Text, Voice = Kind == JobKind.Refusable ? "nobody" : Voice };

    /// <summary>Where its audio is, or would be.</summary>
    /// <param name="modelSha256">The hash of the voice that speaks.</param>
    public AudioKey Key(string modelSha256) => AudioKey.Of(new AudioIdentity
    {
        Id = Id, Text = Text, Voice = Voice, ModelSha256 = modelSha256, Language = "auto", Speed = 1, Format = "wav", SampleRate = SampleRate,
    });

    /// <summary>The message, for one publish.</summary>
    /// <param name="now">The moment of the publish.</param>
    public OutgoingMessage Message(DateTimeOffset now) => new(
        Exchanges.Jobs,
        RoutingKeys.Speak,
        JsonSerializer.SerializeToUtf8Bytes(Job, ContractJson.Job),
        new BasicProperties
        {
            MessageId = Id,
            ReplyTo = ReplyTo,
            ContentType = "application/json",
            Type = JobLimits.JobType,
            Headers = Headers(now),
        });

    /// <summary>A bomb's headers name every key of every exchange a copy may go to: a copy that carried them would be five.</summary>
    private Dictionary<string, object?> Headers(DateTimeOffset now) => Kind != JobKind.CcBomb
        ? new() { [HeaderNames.SentAt] = now.ToUnixTimeMilliseconds() }
        : new()
        {
            ["CC"] = new List<object?> { RoutingKeys.Speak, "1", "2", "3", "4", RoutingKeys.Quarantine, $"done.{ReplyTo}", $"failed.{ReplyTo}" },
            ["BCC"] = new List<object?> { "1", "2", RoutingKeys.Quarantine },
            [HeaderNames.Attempt] = "many",
            [HeaderNames.Reason] = "expired",
            [HeaderNames.ReplayCount] = -1,
            ["x-bulk"] = new string('x', 8 * 1024),
        };
}
