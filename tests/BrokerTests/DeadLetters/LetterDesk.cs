using System.Text;
using RabbitMQ.Client;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>Lays out letters as hosts and brokers leave them and counts what is where, with all rights; what is tested has the operator's.</summary>
internal sealed class LetterDesk : IAsyncDisposable
{
    private const int InFlight = 500;

    private readonly IConnection connection;
    private readonly IChannel channel;

    private LetterDesk(FarmVhost farm, IConnection connection, IChannel channel)
    {
        Farm = farm;
        this.connection = connection;
        this.channel = channel;
    }

    public FarmVhost Farm { get; }

    /// <summary>The broker as the operator.</summary>
    public BrokerOptions Operator => new() { Broker = Farm.Uris.Operator };

    /// <summary>A clean desk: whatever an earlier test left is gone.</summary>
    public static async Task<LetterDesk> ClearAsync(FarmVhost farm, CancellationToken cancellation)
    {
        await farm.ProvisionAsync(cancellation);
        var connection = await FarmVhost.ConnectAsync(farm.AdminUri, cancellation);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        foreach (var queue in Queues.All)
            await channel.QueuePurgeAsync(queue, cancellation);
        return new LetterDesk(farm, connection, channel);
    }

    public static string Job(string id, string text = "好") => $$"""{"id":"{{id}}","text":"{{text}}","voice":"zf_xiaoxiao"}""";

    /// <summary>Lays a letter, as a host does.</summary>
    public async Task LayAsync(string id, string reason = "synthesis_failed", DateTimeOffset? failedAt = null, string? body = null, CancellationToken cancellation = default)
    {
        var headers = new Dictionary<string, object?>
        {
            [HeaderNames.Attempt] = 5,
            [HeaderNames.Reason] = reason,
            [HeaderNames.Error] = "it failed",
            [HeaderNames.Host] = "host-1",
            [HeaderNames.Attempts] = 5,
            [HeaderNames.FailedAt] = (failedAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds(),
        };
        var properties = new BasicProperties { MessageId = id, ReplyTo = "team", Headers = headers, Persistent = true };
        await channel.BasicPublishAsync(Exchanges.Dead, "", mandatory: true, properties, Encoding.UTF8.GetBytes(body ?? Job(id)), cancellation);
    }

    /// <summary>Lays many, <c>job-0</c> and on, in order.</summary>
    public async Task LayManyAsync(int count, CancellationToken cancellation)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(InFlight))
            await Task.WhenAll(chunk.Select(n => LayAsync($"job-{n}", cancellation: cancellation)));
    }

    /// <summary>Publishes a job with everything a stranger may set, and has the broker itself dead-letter it.</summary>
    public async Task LetBrokerKillAsync(string id, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, object?> { ["x-foreign"] = "yes", [HeaderNames.Reason] = "malformed" };
        var properties = new BasicProperties { MessageId = id, CorrelationId = "c-1", ReplyTo = "team", Priority = 7, AppId = "app", Headers = headers };
        await channel.BasicPublishAsync(Exchanges.Jobs, RoutingKeys.Speak, mandatory: true, properties, Encoding.UTF8.GetBytes(Job(id)), cancellation);
        var job = await channel.BasicGetAsync(Queues.Jobs, autoAck: false, cancellation);
        await channel.BasicNackAsync(job!.DeliveryTag, multiple: false, requeue: false, cancellation);
        await UntilAsync(Queues.Dead, 1, cancellation);
    }

    /// <summary>Publishes a result nobody bound for.</summary>
    public async Task LayResultAsync(string suffix, string id, CancellationToken cancellation) => await channel.BasicPublishAsync(
        Exchanges.Results, $"done.{suffix}", mandatory: false, new BasicProperties(), Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"done"}"""), cancellation);

    /// <summary>Ready messages.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken cancellation) => (int)await channel.MessageCountAsync(queue, cancellation);

    /// <summary>Waits for as many ready messages; the broker gives no signal for that, so it is asked until it says so.</summary>
    public async Task UntilAsync(string queue, int count, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await CountAsync(queue, patience.Token) != count)
            await step.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>Takes every ready message out.</summary>
    public async Task<IReadOnlyList<Letter>> TakeAllAsync(string queue, CancellationToken cancellation)
    {
        var taken = new List<Letter>();
        while (await channel.BasicGetAsync(queue, autoAck: true, cancellation) is { } got)
            taken.Add(Letter.Read(got.RoutingKey, new BasicProperties(got.BasicProperties), got.Body.ToArray()));
        return taken;
    }

    /// <summary>Looks at every dead letter as the operator and gives them back.</summary>
    public async Task<List<string>> LookAsync(CancellationToken cancellation)
    {
        await using var letters = await OpenAsync(Queues.Dead, cancellation);
        return await letters.ReadAsync(_ => true, null, cancellation).Select(held => held.Letter.Id).ToListAsync(cancellation);
    }

    /// <summary>Begins a look as the operator.</summary>
    public Task<LetterQueue> OpenAsync(string queue, CancellationToken cancellation) =>
        LetterQueue.OpenAsync(Operator, queue, Surroundings.Usual(), cancellation);

    /// <summary>Replays as the operator.</summary>
    public Task<ReplayReport> ReplayAsync(ReplayOptions options, CancellationToken cancellation, Action<LetterProgress>? progress = null) =>
        new Replay(Operator, Surroundings.Usual()).RunAsync(options, progress, cancellation);

    /// <summary>Lets the queue of jobs refuse what is beyond a number.</summary>
    public Task LimitJobsAsync(int jobs, CancellationToken cancellation)
    {
        var policy = $$$"""
            {"pattern":"^tts\\.jobs$","apply-to":"queues","priority":100,"definition":{"overflow":"reject-publish","max-length":{{{jobs}}}}}
            """;
        return Farm.Admin.PutAsync($"policies/{Farm.Name}/full", Encoding.UTF8.GetBytes(policy), cancellation);
    }

    /// <summary>Takes that limit away.</summary>
    public Task UnlimitJobsAsync(CancellationToken cancellation) => Farm.Admin.DeleteAsync($"policies/{Farm.Name}/full", cancellation);

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
