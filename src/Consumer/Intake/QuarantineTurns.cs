using RabbitMQ.Client;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// Speaks suspects alone. A dying host costs every job it holds one delivery, also the innocent ones; what came back twice waits in the quarantine. A
/// host that sees it not empty takes a turn: intake closes, jobs in hand are finished, then one job at a time is taken from there, until it is
/// empty or the turn's time is over. So whatever a poison job does, it does to nobody else.
/// </summary>
/// <param name="gate">The lanes' gate.</param>
/// <param name="lane">A lane on the quarantine.</param>
/// <param name="look">Looks at the quarantine.</param>
/// <param name="host">Told of the turn: a host whose lanes are closed for it is still ready.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class QuarantineTurns(IntakeGate gate, Lane lane, QueueLook look, HostStatus host, Surroundings surroundings)
{
    /// <summary>How often a host looks, on average.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>How long a turn may last; bulk must not starve behind a full quarantine.</summary>
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookInTurn = TimeSpan.FromMilliseconds(250);

    /// <summary>Nobody knows how long an outage lasts, and a turn would wait for a held job with its intake closed.</summary>
    private bool IsHeldUp => host.Lanes.Any(one => one.Job is { IsHeld: true });

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
                if (!IsHeldUp && await look.ReadyAsync(tokens.Stopping) > 0)
                    await TakeTurnAsync(connection, tokens);
            }
            catch (Exception error) when (BrokerFaults.IsLoss(error))
            {
                // The host stops, an outage came between, a channel is gone, or the connection: the loop's condition tells them apart.
            }
        }
    }

    private async Task TakeTurnAsync(IConnection connection, LaneTokens tokens)
    {
        host.MoveTo(IntakeState.Quarantine);
        try
        {
            await CloseGateAsync(tokens.Stopping);
            await SpeakAloneAsync(connection, tokens);
        }
        finally
        {
            gate.Open();
            host.MoveTo(IntakeState.Consuming);
        }
    }

    /// <summary>Waits until the lanes have finished what they have.</summary>
    /// <exception cref="OperationCanceledException">The host stops, or an outage holds a job that would be waited for.</exception>
    private async Task CloseGateAsync(CancellationToken stopping)
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var closing = gate.CloseAsync(givenUp.Token);
        while (!closing.IsCompleted)
        {
            await Task.WhenAny(closing, Task.Delay(LookInTurn, surroundings.Time, CancellationToken.None));
            if (IsHeldUp)
                await givenUp.CancelAsync();
        }
        await closing;
    }

    private async Task SpeakAloneAsync(IConnection connection, LaneTokens tokens)
    {
        HostLog.TurnBegins(surroundings.Logger);
        using var turn = new CancellationTokenSource(TurnLimit, surroundings.Time);
        var speaking = lane.RunAsync(connection, tokens with { Pausing = turn.Token });
        try
        {
            while (connection.IsOpen && !turn.IsCancellationRequested && !speaking.IsCompleted)
            {
                await Task.WhenAny(speaking, Task.Delay(LookInTurn, surroundings.Time, CancellationToken.None));
                if (!lane.IsBusy && await look.ReadyAsync(tokens.Stopping) == 0)
                    await turn.CancelAsync();
            }
        }
        finally
        {
            // Also where a look failed: no gate opens while a suspect is in hand or can still come.
            await turn.CancelAsync();
            await speaking;
            HostLog.TurnEnds(surroundings.Logger);
        }
    }
}
