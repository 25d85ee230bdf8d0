using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.Kit;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Pipeline;

/// <summary>From the bytes of a job to its key: the same job has the same key however it is written, and what sounds otherwise has another (P3).</summary>
public sealed class JobKeyProperties : IAsyncLifetime
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly string Models = Path.Combine(Clone.Root, "models");

    private static readonly Gen<SpeechJob> Jobs =
        from id in Gen.Elements("a", "b", "job-1")
        from text in Gen.Elements("好", "银行行长", "hello", "iPhone 15很好", "😀好")
        from voice in Gen.Elements(null, "zf_xiaoxiao", "af_heart")
        from language in Gen.Elements(null, "zh", "en", "auto")
        from speed in Gen.Elements<double?>(null, 1, 0.5, 1.25)
        from format in Gen.Elements(null, "wav", "pcm")
        from lexicon in Gen.Elements<Dictionary<string, string>?>(null, [], new() { ["行长"] = "hang2 zhang3" }, new() { ["好"] = "hao4", ["银行"] = "yin2 hang2" })
        select new SpeechJob { Id = id, Text = text, Voice = voice, Language = language, Speed = speed, Format = format, Lexicon = lexicon };

    /// <summary>What a sender may add or change without changing what is heard.</summary>
    private static readonly Gen<Func<SpeechJob, SpeechJob>> Silent = Gen.Elements<Func<SpeechJob, SpeechJob>>(
        job => job,
        job => job with { Stream = new StreamPosition("s", 3, true) },
        job => job with { Metadata = new Dictionary<string, string> { ["text"] = "x" } },
        job => job with { ExpiresAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        job => job with { Speed = job.Speed ?? 1 },
        job => job with { Format = job.Format ?? "wav" },
        job => job with { Language = job.Language ?? "auto" },
        job => job with { Lexicon = job.Lexicon ?? new Dictionary<string, string>() },
        job => job with { Lexicon = job.Lexicon?.Reverse().ToDictionary() });

    private static readonly Func<SpeechJob, SpeechJob>[] Heard =
    [
        job => job with { Id = job.Id + "x" },
        job => job with { Text = job.Text + "。" },
        job => job with { Text = job.Text + " " },
        job => job with { Voice = "zm_yunxi" },
        job => job with { Language = job.Language == "zh" ? "en" : "zh" },
        job => job with { Speed = (job.Speed ?? 1) + 0.01 },
        job => job with { Format = job.Format == "pcm" ? "wav" : "pcm" },
        job => job with { Lexicon = new Dictionary<string, string> { ["长"] = "zhang3" } },
        job => job with { Lexicon = new Dictionary<string, string> { ["长"] = "chang2" } },
    ];

    private static readonly JsonSerializerOptions[] Ways =
    [
        new() { Encoder = JavaScriptEncoder.Default },
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        new() { Encoder = JavaScriptEncoder.Default, WriteIndented = true },
    ];

    private static readonly SpeechJob Example = new() { Id = "a", Text = "银行行长" };

    private readonly FrontEnd frontEnd = FrontEnd.Load(Path.Combine(Clone.Root, "lexicon"), Models);
    private VoiceCatalogue catalogue = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = ModelFolder.Open(Models, "tone");
        catalogue = new VoiceCatalogue(folder, await folder.VoicesAsync(TestContext.Current.CancellationToken), configured: null);
    }

    public ValueTask DisposeAsync()
    {
        frontEnd.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Plan_SameJobWrittenInAnyWay_IsTheSameKey() =>
        Prop.ForAll(Arb.From(Jobs), Arb.From(Silent), Arb.From(Gen.Choose(0, int.MaxValue)), (job, silent, chance) =>
            KeyOf(Written(silent(job), new Random(chance))).ShouldBe(KeyOf(JobMessage.Body(job)))).Check(Thorough);

    [Fact]
    public void Plan_JobThatSoundsOtherwise_IsAnotherKey() => Prop.ForAll(Arb.From(Jobs), job =>
    {
        SpeechJob[] all = [job, .. Heard.Select(change => change(job))];

        all.Select(one => KeyOf(JobMessage.Body(one))).Distinct().Count().ShouldBe(all.Length);
    }).Check(Thorough);

    [Fact]
    public void Plan_TheDefaultVoiceByName_IsTheSameKeyAsNone() => Prop.ForAll(Arb.From(Jobs), job =>
    {
        var plan = PlanOf(JobMessage.Body(job));

        KeyOf(JobMessage.Body(job with { Voice = plan.Voice.Id })).ShouldBe(plan.Key.Hash);
    }).Check(Thorough);

    /// <summary>What was spoken with another lexicon of the deployment's own is not served again.</summary>
    [Fact]
    public void Plan_WithAnotherLexiconOfTheDeployment_IsAnotherKey()
    {
        var file = Path.GetTempFileName();
        try
        {
            var keys = new[] { "", "行长\thang2 zhang3\n", "行长\txing2 zhang3\n" }.Select(lines =>
            {
                File.WriteAllText(file, lines);
                using var own = FrontEnd.Load(Path.Combine(Clone.Root, "lexicon"), Models, file);
                return PlanOf(JobMessage.Body(Example), Planner(own)).Key.Hash;
            });

            keys.Append(KeyOf(JobMessage.Body(Example))).Distinct().Count().ShouldBe(4);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string KeyOf(byte[] body) => PlanOf(body).Key.Hash;

    private JobPlanner Planner(FrontEnd reader) => new(catalogue, reader, new JobReader(), gainDb: 0);

    private JobPlan PlanOf(byte[] body, JobPlanner? planner = null)
    {
        var job = new JobInHand(new Delivery(null!, 1, false, new BasicProperties(), body, DateTimeOffset.UnixEpoch), new StopPoint());
        (planner ?? Planner(frontEnd)).Plan(job).ShouldBeNull();
        return job.Plan!;
    }

    /// <summary>The job with its fields in any order, escaped or not, on one line or many, with nulls for what it does not say.</summary>
    private static byte[] Written(SpeechJob job, Random chance)
    {
        var fields = JsonSerializer.SerializeToNode(job, ContractJson.Job)!.AsObject().ToDictionary(field => field.Key, field => field.Value?.DeepClone());
        if (chance.Next(2) == 0)
            fields.TryAdd("metadata", null);
        var mixed = fields.ToArray();
        chance.Shuffle(mixed);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject(mixed), chance.GetItems(Ways, 1)[0]);
    }
}
