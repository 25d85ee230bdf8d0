using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// The oracle of a fault test (reliability.md, "Ledger"): it publishes jobs and notes what came of each publish; results wait in a durable queue until
/// the fault is over, and then are compared with what was sent.
/// </summary>
public sealed class Ledger : IAsyncDisposable
{
    /// <summary>Where the results of its jobs are routed; for jobs that a test sends itself.</summary>
    public const string Suffix = "ledger";

    private const int JobsAfter = 20;
    private const string LastLine = "the-last-line";
    private const string NeverHandedOver = "no connection";

    private static readonly Lazy<OwnSound> Sound = new(() => new OwnSound());

    private readonly FarmScene scene;
    private readonly JobPublisher publisher;
    private readonly AudioReader store;
    private readonly ConcurrentDictionary<string, string> texts = [];
    private readonly ConcurrentDictionary<string, (ReasonCode Code, string Saying)> failing = [];
    private readonly ConcurrentDictionary<string, bool> unknown = [];
    private int repeated;

    private Ledger(FarmScene scene, JobPublisher publisher, AudioReader store)
    {
        this.scene = scene;
        this.publisher = publisher;
        this.store = store;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Publishes that were made again because nothing was known of the one before.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    /// <param name="scene">The farm.</param>
    /// <param name="publishSeconds">The deadline of a publish.</param>
    /// <param name="producer">Where it publishes, if not straight to the broker.</param>
    /// <param name="store">Where the audio is, if not in the scene's own folder.</param>
    public static async Task<Ledger> OpenAsync(FarmScene scene, int publishSeconds = 10, string? producer = null, StoreOptions? store = null)
    {
        await ListenAsync(scene);
        var options = new SpeechClientOptions
        {
            Broker = producer ?? scene.Vhost.Uris.Producer, PublishSeconds = publishSeconds, UnknownRepeats = 0, BusyRepeats = 0,
        };
        return new Ledger(scene, new JobPublisher(options, Suffix), new AudioReader(store ?? new StoreOptions { Store = new Uri(scene.Store).AbsoluteUri }));
    }

    /// <summary>Has the results of its jobs kept for it; once more where the results exchange was made anew.</summary>
    public static async Task ListenAsync(FarmScene scene)
    {
        await using (await scene.ResultsAsync(Suffix, Cancellation))
        {
            // The queue is durable and stays.
        }
    }

    /// <summary>Publishes a job, again and again while nothing is known of it, until the broker says that it has it.</summary>
    /// <returns>How often it was published again.</returns>
    public async Task<int> PublishAsync(SpeechJob job)
    {
        for (var repeats = 0; ; repeats++)
        {
            var receipt = await TryPublishAsync(job);
            if (receipt.Outcome == PublishOutcome.Confirmed)
                return repeats;
            receipt.Outcome.ShouldBe(PublishOutcome.Unknown, receipt.Detail);
            if (!receipt.Detail!.StartsWith(NeverHandedOver, StringComparison.Ordinal))
                Interlocked.Increment(ref repeated);
        }
    }

    /// <summary>Publishes a job once.</summary>
    public async Task<PublishReceipt> TryPublishAsync(SpeechJob job)
    {
        var receipt = await publisher.PublishAsync(job, Cancellation);
        if (receipt.Outcome == PublishOutcome.Confirmed)
            Note(job);
        else if (receipt.Outcome == PublishOutcome.Unknown)
            unknown[job.Id] = true;
        return receipt;
    }

    /// <summary>Publishes jobs of a text of their own each, many at once.</summary>
    public Task PublishManyAsync(string prefix, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => PublishAsync(new SpeechJob { Id = $"{prefix}-{i}", Text = $"第{i}句话，编号{i * 37 % 1000}。" })));

    /// <summary>Notes a job that a test has sent itself and that the broker has confirmed.</summary>
    public void Note(SpeechJob job) => texts[job.Id] = job.Text;

    /// <summary>Notes that a job can only end as failed and a dead letter.</summary>
    /// <param name="id">The job.</param>
    /// <param name="code">The reason.</param>
    /// <param name="saying">A pattern of the sentence that tells it.</param>
    public void Condemn(string id, ReasonCode code, string saying = "") => failing[id] = (code, saying);

    /// <summary>How many messages wait in a queue.</summary>
    public async Task<uint> CountAsync(string queue)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        return await channel.MessageCountAsync(queue, Cancellation);
    }

    /// <summary>
    /// Sends some more jobs through the farm, which is well again by now, waits for every answer, takes the dead letters, lets the hosts drain, and compares.
    /// </summary>
    /// <param name="faults">Deliveries that the fault may have made a second time: faults × the lanes of the hosts they hit.</param>
    /// <returns>Results beyond one a job.</returns>
    public async Task<int> CloseAsync(int faults)
    {
        await PublishManyAsync("after", JobsAfter);
        await using var results = await scene.ResultsAsync(Suffix, Cancellation);
        List<SpeechResult> answers = [];
        var open = texts.Keys.ToHashSet();
        while (open.Count > 0)
            open.Remove(await NextAsync(results, answers));
        await TakeLettersAsync();
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
        await WriteLastLineAsync();
        while (await NextAsync(results, answers) != LastLine)
        {
            // What comes before it is a repeat, or the answer to a job of which nothing was known.
        }
        return await CompareAsync(answers[..^1], faults);
    }

    public async ValueTask DisposeAsync()
    {
        await publisher.DisposeAsync();
        store.Dispose();
    }

    private static async Task<string> NextAsync(Results results, List<SpeechResult> answers)
    {
        var (result, _) = await results.NextAsync(Cancellation);
        answers.Add(result);
        return result.Id;
    }

    private async Task TakeLettersAsync()
    {
        if (failing.IsEmpty)
            return;
        var letters = await FarmScene.TakeAsync(scene.Vhost.Uris.Operator, Queues.Dead, failing.Count, Cancellation);
        letters.Select(letter => letter.Properties.MessageId).ShouldBe(failing.Keys, ignoreOrder: true);
    }

    /// <summary>All hosts are gone by now: whatever they have said stands before this in the queue.</summary>
    private async Task WriteLastLineAsync()
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        var line = JsonSerializer.SerializeToUtf8Bytes(new SpeechResult { Id = LastLine, Status = ResultStatus.Done }, ContractJson.Result);
        await channel.BasicPublishAsync("", Queues.ReplyPrefix + Suffix, mandatory: true, new BasicProperties(), line, Cancellation);
    }

    private async Task<int> CompareAsync(List<SpeechResult> answers, int faults)
    {
        var byId = answers.GroupBy(result => result.Id).ToDictionary(group => group.Key, group => group.ToList());
        byId.Keys.Where(id => !texts.ContainsKey(id) && !unknown.ContainsKey(id)).ShouldBeEmpty("answers to what was never sent");
        foreach (var (id, text) in texts)
            await CheckAsync(id, text, byId[id]);
        byId.Values.ShouldAllBe(said => said.Select(result => result.Audio).OfType<ResultAudio>().Distinct().Count() <= 1, "the audio a done names never changes");
        var repeats = answers.Count - byId.Count;
        var bound = faults + Repeated + await HostsRepeatedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{texts.Count} confirmed, {failing.Count} to fail, {byId.Count} answered, {repeats} repeats of {bound} that can be explained, 0 lost");
        repeats.ShouldBeLessThanOrEqualTo(bound, "results beyond one a job");
        return repeats;
    }

    /// <summary>Results that hosts have published again because nothing was known of the publish before: they say so once for each job.</summary>
    private async Task<int> HostsRepeatedAsync()
    {
        var repeats = 0;
        foreach (var log in Directory.GetFiles(scene.Folder, "host.log", SearchOption.AllDirectories))
            repeats += (await File.ReadAllLinesAsync(log, Cancellation)).Count(line => line.Contains($"is held: {Exchanges.Results} is out", StringComparison.Ordinal));
        return repeats;
    }

    private async Task CheckAsync(string id, string text, List<SpeechResult> said)
    {
        if (!failing.TryGetValue(id, out var end))
        {
            var word = said.Find(result => result.Status == ResultStatus.Done) ?? said[^1];
            word.Status.ShouldBe(ResultStatus.Done, word.Error?.Message);
            Sound.Value.Check(word, text, (await store.TryReadAsync(word.Audio!.Uri, Cancellation)).ShouldNotBeNull(id));
        }
        foreach (var result in said.Where(_ => failing.ContainsKey(id)))
        {
            result.Status.ShouldBe(ResultStatus.Failed);
            result.Error!.Code.ShouldBe(end.Code);
            result.Error.Message.ShouldMatch(end.Saying);
        }
    }
}
