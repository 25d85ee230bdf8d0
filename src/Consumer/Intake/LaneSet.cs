using RabbitMQ.Client;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Pipeline;

namespace TtsConsumers.Consumer.Intake;

/// <summary>All that a host reads from: the lanes that speak, the notices, and the quarantine.</summary>
/// <param name="speaking">Lanes on the jobs, some for each instance.</param>
/// <param name="notices">The lane that answers the broker's own dead letters.</param>
/// <param name="quarantine">The lane that speaks suspects alone.</param>
/// <param name="host">Told of quarantine turns.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class LaneSet(IReadOnlyList<Lane> speaking, Lane notices, Lane quarantine, HostStatus host, Surroundings surroundings)
{
    /// <summary>Runs all of them on a connection until the host stops or the connection is gone.</summary>
    /// <param name="connection">The consuming connection.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunAsync(IConnection connection, LaneTokens tokens)
    {
        using var gate = new IntakeGate();
        var turns = new QuarantineTurns(gate, quarantine, host, surroundings);
        await Task.WhenAll(
        [
            .. speaking.Select(lane => lane.RunBehindAsync(connection, gate, tokens)),
            notices.RunAsync(connection, tokens),
            turns.RunAsync(connection, tokens),
        ]);
    }
}
