using RabbitMQ.Client;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Intake;

/// <summary>All that a host reads from: the lanes that speak, the notices, and the quarantine.</summary>
/// <param name="speaking">Lanes on the jobs, some for each instance.</param>
/// <param name="notices">The lane that answers the broker's own dead letters.</param>
/// <param name="quarantine">The lane that speaks suspects alone.</param>
/// <param name="host">Told of quarantine turns, and of loops that end by themselves.</param>
/// <param name="idleTime">How long a lane may be idle while its queue is not.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class LaneSet(
    IReadOnlyList<Lane> speaking, Lane notices, Lane quarantine, HostStatus host, TimeSpan idleTime, Surroundings surroundings)
{
    /// <summary>Runs all of them on a connection until the host stops or the connection is gone.</summary>
    /// <param name="connection">The consuming connection.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunAsync(IConnection connection, LaneTokens tokens)
    {
        using var gate = new IntakeGate();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(tokens.Stopping);
        await Task.WhenAll(WorkAsync(connection, gate, ended, tokens), AttendAsync(connection, gate, tokens with { Stopping = ended.Token }));
    }

    private async Task WorkAsync(IConnection connection, IntakeGate gate, CancellationTokenSource ended, LaneTokens tokens)
    {
        try
        {
            await Task.WhenAll(
            [
                .. speaking.Select((lane, i) => KeepAsync($"lane {i + 1}", lane.RunBehindAsync(connection, gate, tokens), connection, tokens)),
                KeepAsync("the notices' lane", notices.RunAsync(connection, tokens), connection, tokens),
            ]);
        }
        finally
        {
            // Else a lost connection would be rebuilt only after the next look of those who attend.
            await ended.CancelAsync();
        }
    }

    /// <summary>What looks after the lanes: quarantine turns, and a watch on each queue.</summary>
    private async Task AttendAsync(IConnection connection, IntakeGate gate, LaneTokens tokens)
    {
        await using var suspects = new QueueLook(connection, Queues.Quarantine, surroundings.Time);
        await using var jobs = new QueueLook(connection, Queues.Jobs, surroundings.Time);
        await using var letters = new QueueLook(connection, Queues.DeadNotices, surroundings.Time);
        await Task.WhenAll(
            KeepAsync("the quarantine turns", new QuarantineTurns(gate, quarantine, suspects, host, surroundings).RunAsync(connection, tokens), connection, tokens),
            KeepAsync("the lanes' watch", new LaneWatch(speaking, jobs, idleTime, surroundings).RunAsync(connection, tokens), connection, tokens),
            KeepAsync("the notices' watch", new LaneWatch([notices], letters, idleTime, surroundings).RunAsync(connection, tokens), connection, tokens));
    }

    private Task KeepAsync(string loop, Task running, IConnection connection, LaneTokens tokens) =>
        host.Loops.KeepAsync(loop, running, () => !connection.IsOpen || tokens.Stopping.IsCancellationRequested);
}
