using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// Speaks suspects alone. A dying host costs every job it holds one delivery, also the innocent ones; what came back twice waits in the quarantine. A
/// host that sees it not empty takes a turn: intake closes, jobs in hand are finished, then one job at a time is taken from there, until it is
/// empty or the turn's time is over. So whatever a poison job does, it does to nobody else.
/// </summary>
/// <param name="gate">The lanes' gate.</param>
/// <param name="lane">A lane on the quarantine.</param>
/// <param name="host">Told of the turn: a host whose lanes are closed for it is still ready.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class QuarantineTurns(IntakeGate gate, Lane lane, HostStatus host, Surroundings surroundings)
{
    /// <summary>How often a host looks, on average.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>How long a turn may last; bulk must not starve behind a full quarantine.</summary>
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookInTurn = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks and takes turns until the host stops or the connection is gone.</summary>
    /// <param name="connection">The consuming connection.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunAsync(IConnection connection, LaneTokens tokens)
    {
        while (connection.IsOpen && !tokens.Stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(LookEvery * (0.5 + surroundings.Chance.NextDouble()), surroundings.Time, tokens.Stopping);
                if (await WaitingAsync(connection, tokens.Stopping))
                    await TakeTurnAsync(connection, tokens);
            }
            catch (Exception error) when (BrokerFaults.IsLoss(error))
            {
                // The host stops, a channel is gone, or the connection: the loop's condition tells them apart.
            }
        }
    }

    private async Task TakeTurnAsync(IConnection connection, LaneTokens tokens)
    {
        try
        {
            host.MoveTo(IntakeState.Quarantine);
            await gate.CloseAsync(tokens.Stopping);
            HostLog.TurnBegins(surroundings.Logger);
            using var turn = new CancellationTokenSource(TurnLimit, surroundings.Time);
            var speaking = lane.RunAsync(connection, tokens with { Pausing = turn.Token });
            while (connection.IsOpen && !turn.IsCancellationRequested && !speaking.IsCompleted)
            {
                await Task.WhenAny(speaking, Task.Delay(LookInTurn, surroundings.Time, CancellationToken.None));
                if (!lane.IsBusy && !await WaitingAsync(connection, tokens.Stopping))
                    await turn.CancelAsync();
            }
            await speaking;
        }
        finally
        {
            gate.Open();
            host.MoveTo(IntakeState.Consuming);
            HostLog.TurnEnds(surroundings.Logger);
        }
    }

    /// <summary>Whether somebody waits in the quarantine.</summary>
    private static async Task<bool> WaitingAsync(IConnection connection, CancellationToken cancellation)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return await channel.MessageCountAsync(Queues.Quarantine, cancellation) > 0;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            // 4.2.6 and 4.3.0 want the configure right for a passive declare, which a host does not have.
            return await PeekAsync(connection, cancellation);
        }
    }

    /// <summary>These brokers do not count a requeue as a lost delivery, so a look is free.</summary>
    private static async Task<bool> PeekAsync(IConnection connection, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        if (await channel.BasicGetAsync(Queues.Quarantine, autoAck: false, cancellation) is not { } got)
            return false;
        await channel.BasicNackAsync(got.DeliveryTag, multiple: false, requeue: true, cancellation);
        return true;
    }
}
