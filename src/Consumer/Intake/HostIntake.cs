using RabbitMQ.Client;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// The supervisor of a host's lanes: waits for the voice, opens the consuming connection, runs the lanes on it, and does so again whenever the
/// connection is lost. On shutdown lanes take nothing new, jobs in hand are finished within the drain time, and what is left then is given back.
/// </summary>
/// <param name="voice">The voice, loaded beside.</param>
/// <param name="factory">Makes the lanes.</param>
/// <param name="connector">Opens connections.</param>
/// <param name="settings">The drain time.</param>
/// <param name="status">What intake is at.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class HostIntake(
    VoiceLoader voice, LaneFactory factory, BrokerConnector connector, HostSettings settings, HostStatus status, Surroundings surroundings)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await voice.LoadedAsync(stoppingToken) is not { } engine)
            return;
        using var abandon = new CancellationTokenSource();
        await using var grace = stoppingToken.Register(() => Drain(abandon));
        try
        {
            await ServeAsync(factory.Make(engine), new LaneTokens(stoppingToken, abandon.Token));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while waiting for a broker: there is nothing in hand.
        }
        HostLog.Drained(surroundings.Logger, status.Done, status.Failed, status.GivenBack);
    }

    private void Drain(CancellationTokenSource abandon)
    {
        status.State = IntakeState.Draining;
        HostLog.Draining(surroundings.Logger, status.InHand, settings.DrainSeconds);
        abandon.CancelAfter(settings.DrainTime);
    }

    private async Task ServeAsync(LaneSet lanes, LaneTokens tokens)
    {
        while (!tokens.Stopping.IsCancellationRequested)
        {
            SetState(IntakeState.Connecting, tokens);
            await using var connection = await connector.OpenAsync($"{settings.HostName} lanes", tokens.Stopping);
            if (await IsProvisionedAsync(connection, tokens))
            {
                SetState(IntakeState.Consuming, tokens);
                HostLog.IntakeOpen(surroundings.Logger, status.Lanes.Count, status.Lanes.Select(lane => lane.Instance).Distinct().Count());
                await lanes.RunAsync(connection, tokens);
            }
            if (!tokens.Stopping.IsCancellationRequested)
                HostLog.ConnectionLost(surroundings.Logger, connection.CloseReason?.ReplyText ?? "closed");
        }
    }

    /// <summary>A draining host stays draining, whatever its last connection does.</summary>
    private void SetState(IntakeState state, LaneTokens tokens)
    {
        if (!tokens.Stopping.IsCancellationRequested)
            status.State = state;
    }

    private async Task<bool> IsProvisionedAsync(IConnection connection, LaneTokens tokens)
    {
        var missing = await TopologyCheck.MissingAsync(connection, tokens.Stopping);
        if (missing.Count == 0)
            return true;
        status.State = IntakeState.Unprovisioned;
        HostLog.NotProvisioned(surroundings.Logger, string.Join("; ", missing), Pause.Cap.TotalSeconds);
        await Task.Delay(Pause.Cap, surroundings.Time, tokens.Stopping);
        return false;
    }
}
