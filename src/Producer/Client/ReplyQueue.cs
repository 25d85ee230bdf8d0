using RabbitMQ.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Where results come back. Jobs carry the suffix as their <c>reply_to</c>; the queue is bound to <c>tts.results</c> for that suffix.
/// </summary>
public sealed class ReplyQueue
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 16;
    private const int TailLength = 8;

    private readonly Random? chance;

    private ReplyQueue(string suffix, Random? chance)
    {
        if (!JobRules.IsReplySuffix(suffix))
            throw new ArgumentException($"'{suffix}' must be 1 to 36 of a-z 0-9 -", nameof(suffix));
        Suffix = suffix;
        this.chance = chance;
    }

    /// <summary>The suffix that jobs name and results are routed by.</summary>
    public string Suffix { get; }

    /// <summary>Whether the queue, and what is in it, outlives the client and a broker restart.</summary>
    public bool IsDurable => chance is null;

    /// <summary>A queue of this connection alone that is gone with it, under a random suffix.</summary>
    /// <param name="chance">Makes the name.</param>
    public static ReplyQueue Private(Random chance) => new(RandomText(chance, SuffixLength), chance);

    /// <summary>A queue of this connection alone that is gone with it, for results of a suffix agreed with somebody.</summary>
    /// <param name="suffix">1 to 36 of <c>a-z 0-9 -</c>.</param>
    /// <param name="chance">Makes the rest of the name, so that several can listen to one suffix.</param>
    public static ReplyQueue Private(string suffix, Random chance) => new(suffix, chance);

    /// <summary>
    /// The durable quorum queue <c>tts.reply.&lt;name&gt;</c>: results wait in it (at most seven days unused) until somebody reads them.
    /// </summary>
    /// <param name="name">1 to 36 of <c>a-z 0-9 -</c>; also the suffix.</param>
    public static ReplyQueue Durable(string name) => new(name, null);

    /// <summary>Makes the queue if it is not there and binds it.</summary>
    /// <param name="channel">A channel on the connection that will read from it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>
    /// The queue's name. A private queue has another one each time: the broker may not yet know that the old one's owner is gone.
    /// </returns>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException"><c>tts.results</c> is missing or the user may not do
    /// this.</exception>
    public async Task<string> DeclareAsync(IChannel channel, CancellationToken cancellation)
    {
        var name = Queues.ReplyPrefix + (chance is null ? Suffix : $"{Suffix}-{RandomText(chance, TailLength)}");
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = IsDurable ? "quorum" : "classic" };
        await channel.QueueDeclareAsync(
            name, durable: IsDurable, exclusive: !IsDurable, autoDelete: !IsDurable, arguments, cancellationToken: cancellation)
            .ConfigureAwait(false);
        await channel.QueueBindAsync(name, Exchanges.Results, RoutingKeys.AllResults(Suffix), cancellationToken: cancellation)
            .ConfigureAwait(false);
        return name;
    }

    private static string RandomText(Random chance, int length) => new(chance.GetItems<char>(Alphabet, length));
}
