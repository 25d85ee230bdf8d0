using System.Text;
using RabbitMQ.Client;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.BrokerTests.Plumbing;

/// <summary>A quorum queue of one test's own, beside the farm's.</summary>
internal sealed class ScratchQueue : IAsyncDisposable
{
    private static int count;

    private readonly IConnection connection;
    private readonly IChannel channel;

    private ScratchQueue(IConnection connection, IChannel channel, string name)
    {
        this.connection = connection;
        this.channel = channel;
        Name = name;
    }

    public string Name { get; }

    public static async Task<ScratchQueue> MakeAsync(FarmVhost farm, CancellationToken cancellation)
    {
        var connection = await FarmVhost.ConnectAsync(farm.AdminUri, cancellation);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        var queue = new ScratchQueue(connection, channel, $"scratch-{Interlocked.Increment(ref count)}");
        await queue.DeclareAsync(cancellation);
        return queue;
    }

    /// <summary>One that has room for a single message and refuses the rest, bound to <see cref="Exchanges.Jobs"/> under its name.</summary>
    public static async Task<ScratchQueue> MakeFullAsync(FarmVhost farm, CancellationToken cancellation)
    {
        var queue = await MakeAsync(farm, cancellation);
        await queue.DeleteAsync(cancellation);
        await queue.DeclareAsync(cancellation, ("x-max-length", 1), ("x-overflow", "reject-publish"));
        await queue.channel.QueueBindAsync(queue.Name, Exchanges.Jobs, queue.Name, cancellationToken: cancellation);
        return queue;
    }

    /// <summary>Makes it again after <see cref="DeleteAsync"/>.</summary>
    public Task DeclareAsync(CancellationToken cancellation, params (string Name, object? Value)[] arguments) => channel.QueueDeclareAsync(
        Name, durable: true, exclusive: false, autoDelete: false,
        new Dictionary<string, object?>(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))) { ["x-queue-type"] = "quorum" },
        cancellationToken: cancellation);

    public Task PublishAsync(string body, CancellationToken cancellation) => PublishAsync(body, new BasicProperties(), cancellation);

    public async Task PublishAsync(string body, BasicProperties properties, CancellationToken cancellation) =>
        await channel.BasicPublishAsync("", Name, mandatory: true, properties, Encoding.UTF8.GetBytes(body), cancellation);

    public Task<uint> ReadyAsync(CancellationToken cancellation) => channel.MessageCountAsync(Name, cancellation);

    public Task DeleteAsync(CancellationToken cancellation) => channel.QueueDeleteAsync(Name, cancellationToken: cancellation);

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
