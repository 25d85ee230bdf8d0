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
        status.MoveTo(IntakeState.Draining);
        HostLog.Draining(surroundings.Logger, status.InHand, settings.DrainSeconds);
        abandon.CancelAfter(settings.DrainTime);
    }

    private async Task ServeAsync(LaneSet lanes, LaneTokens tokens)
    {
        for (var failures = 1; !tokens.Stopping.IsCancellationRequested; failures++)
        {
            status.MoveTo(IntakeState.Connecting);
            try
            {
                var connection = await connector.OpenAsync($"{settings.HostName} lanes", tokens.Stopping);
                try
                {
                    if (await IsProvisionedAsync(connection, tokens))
                    {
                        failures = 0;
                        await ConsumeAsync(lanes, connection, tokens);
                    }
                }
                finally
                {
                    // A silent broker is not waited for: the time of a host that drains is its jobs'.
                    await connection.CloseQuietlyAsync(surroundings.Time);
                }
            }
            catch (Exception error) when (BrokerFaults.IsLoss(error) && !tokens.Stopping.IsCancellationRequested)
            {
                // The broker went away while it was looked at.
                HostLog.ConnectionLost(surroundings.Logger, error.Message);
                await Task.Delay(Pause.After(failures, surroundings.Chance), surroundings.Time, tokens.Stopping);
            }
        }
    }

    private async Task ConsumeAsync(LaneSet lanes, IConnection connection, LaneTokens tokens)
    {
        status.MoveTo(IntakeState.Consuming);
        HostLog.IntakeOpen(surroundings.Logger, status.Lanes.Count, status.Lanes.Select(lane => lane.Instance).Distinct().Count());
        await lanes.RunAsync(connection, tokens);
        if (!tokens.Stopping.IsCancellationRequested)
            HostLog.ConnectionLost(surroundings.Logger, connection.CloseReason?.ReplyText ?? "closed");
    }

    private async Task<bool> IsProvisionedAsync(IConnection connection, LaneTokens tokens)
    {
        var missing = await TopologyCheck.MissingAsync(connection, tokens.Stopping);
        if (missing.Count == 0)
            return true;
        status.MoveTo(IntakeState.Unprovisioned);
        HostLog.NotProvisioned(surroundings.Logger, string.Join("; ", missing), Pause.Cap.TotalSeconds);
        await Task.Delay(Pause.Cap, surroundings.Time, tokens.Stopping);
        return false;
    }
}
