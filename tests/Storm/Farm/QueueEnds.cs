using RabbitMQ.Client;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Storm.Ledger;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>Looks into the queues of a farm, as its administrator.</summary>
/// <param name="farm">The farm.</param>
internal sealed class QueueEnds(StormFarm farm)
{
    private static readonly string[] Passing = [.. Queues.All.Except([Queues.Dead, Queues.Unrouted])];

    /// <summary>How many messages wait in the queues that empty themselves.</summary>
    public async Task<uint> WaitingAsync()
    {
        await using var connection = await farm.ConnectAsync(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        var waiting = 0u;
        foreach (var queue in Passing)
            waiting += await channel.MessageCountAsync(queue);
        return waiting;
    }

    /// <summary>How many messages wait in one queue.</summary>
    public async Task<uint> WaitingAsync(string queue)
    {
        await using var connection = await farm.ConnectAsync(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    /// <summary>Empties all of them, when no host is left.</summary>
    public async Task<Remains> TakeAllAsync()
    {
        await using var connection = await farm.ConnectAsync(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        List<string> waiting = [];
        foreach (var queue in Passing)
            waiting.AddRange(await TakeAsync(channel, queue));
        return new Remains(await TakeAsync(channel, Queues.Dead), waiting, await TakeAsync(channel, Queues.Unrouted));
    }

    private static async Task<List<string>> TakeAsync(IChannel channel, string queue)
    {
        List<string> ids = [];
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } got)
            ids.Add(got.BasicProperties.MessageId ?? $"a message of {queue} without an id");
        return ids;
    }
}
