using RabbitMQ.Client;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// Rebuilds lanes that are idle while their queue is not. A delivery or a cancelled consumer that got lost on the way is told to nobody; that jobs wait
/// beside a lane without work is the one sign of it. On a healthy farm none wait where a lane is free, whoever is the fastest.
/// </summary>
/// <param name="lanes">Lanes on one queue.</param>
/// <param name="look">Looks at that queue.</param>
/// <param name="patience">How long a lane may be so.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class LaneWatch(IReadOnlyList<Lane> lanes, QueueLook look, TimeSpan patience, Surroundings surroundings)
{
    /// <summary>Over how many looks in a row a lane must have been idle beside waiting jobs.</summary>
    public const int Looks = 3;

    private readonly IReadOnlyList<IdleStreak> streaks = [.. lanes.Select(_ => new IdleStreak(Looks))];

    /// <summary>Watches until the host stops or the connection is gone.</summary>
    /// <param name="connection">The consuming connection.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunAsync(IConnection connection, LaneTokens tokens)
    {
        while (connection.IsOpen && !tokens.Stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(patience / Looks, surroundings.Time, tokens.Stopping);
                Judge(await look.ReadyAsync(tokens.Stopping));
            }
            catch (Exception error) when (BrokerFaults.IsLoss(error))
            {
                // A look that failed says nothing about the lanes. The loop's condition sees the end.
            }
        }
    }

    private void Judge(uint ready)
    {
        for (var i = 0; i < lanes.Count; i++)
        {
            if (streaks[i].Note(lanes[i].IsIdle, lanes[i].Taken, ready))
                lanes[i].Rebuild($"idle for {patience.TotalSeconds:0} s while {ready} jobs wait");
        }
    }
}
