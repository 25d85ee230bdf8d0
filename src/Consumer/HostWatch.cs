using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Intake;

namespace TtsConsumers.Consumer;

/// <summary>Ends the host when it can't go on: an instance is lost for good, or a loop is.</summary>
/// <remarks>It has to be started before <see cref="HostIntake"/>, and so is stopped after it: an instance may also be lost while the host drains.</remarks>
/// <param name="voice">The instances.</param>
/// <param name="status">The loops.</param>
/// <param name="end">Ends the host.</param>
/// <param name="time">The clock.</param>
public sealed class HostWatch(VoiceLoader voice, HostStatus status, HostEnd end, TimeProvider time) : BackgroundService
{
    /// <summary>
    /// What waits at a lost instance is given back when no lane takes new jobs any more: else the broker would hand it to this same host again.
    /// </summary>
    private static readonly TimeSpan LanesStop = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WatchInstancesAsync(stoppingToken), WatchLoopsAsync(stoppingToken));

    private async Task WatchInstancesAsync(CancellationToken stopping)
    {
        var engine = await voice.Engine.WaitAsync(stopping);
        var loss = await engine.Lost.WaitAsync(stopping);
        end.Begin(loss.DeviceIsLost ? ExitCodes.DeviceLost : ExitCodes.ModelStuck, loss.Why);
        await Task.Delay(LanesStop, time, CancellationToken.None);
        await loss.Instance.DisposeAsync();
    }

    private async Task WatchLoopsAsync(CancellationToken stopping) =>
        end.Begin(ExitCodes.LoopLost, await status.Loops.Lost.WaitAsync(stopping));
}
