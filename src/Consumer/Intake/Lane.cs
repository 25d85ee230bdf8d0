using RabbitMQ.Client;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// One channel with prefetch 1 and one job in hand at a time. While it works, or holds a job through an outage, the broker sends it nothing: flow
/// control is the model pool.
/// </summary>
/// <param name="queue">The queue it takes from.</param>
/// <param name="work">What it does with a job.</param>
/// <param name="runner">Takes a job to its settlement.</param>
/// <param name="status">What it tells the host about itself.</param>
/// <param name="host">Counts what was settled.</param>
/// <param name="stopPoint">The fault tests' hook.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class Lane(
    string queue, IJobWork work, JobRunner runner, LaneStatus status, HostStatus host, StopPoint stopPoint, Surroundings surroundings)
{
    private volatile Subscription? subscribed;
    private long taken;
    private int rebuilt;

    /// <summary>Whether it has a job in hand.</summary>
    public bool IsBusy => status.Job is not null;

    /// <summary>Whether it consumes and has no job in hand.</summary>
    public bool IsIdle => status.IsOpen && !IsBusy;

    /// <summary>How many deliveries it has taken.</summary>
    public long Taken => Interlocked.Read(ref taken);

    /// <summary>How often it was told to rebuild itself.</summary>
    public int Rebuilt => Volatile.Read(ref rebuilt);

    /// <summary>
    /// Takes part in a gate: consumes while it is open, until the host stops or the connection is gone.
    /// </summary>
    /// <param name="connection">The consuming connection, shared by all lanes.</param>
    /// <param name="gate">Closed for quarantine turns.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunBehindAsync(IConnection connection, IntakeGate gate, LaneTokens tokens)
    {
        while (connection.IsOpen && !tokens.Stopping.IsCancellationRequested)
        {
            var pausing = await gate.EnterAsync(tokens.Stopping);
            try
            {
                await RunAsync(connection, tokens with { Pausing = pausing });
            }
            finally
            {
                gate.Leave();
            }
        }
    }

    /// <summary>
    /// Consumes until the host stops, a turn begins or ends, or the connection is gone. A channel or consumer lost on a living connection is rebuilt here, after a pause.
    /// </summary>
    /// <param name="connection">The consuming connection, shared by all lanes.</param>
    /// <param name="tokens">When to stop.</param>
    public async Task RunAsync(IConnection connection, LaneTokens tokens)
    {
        for (var failures = 1; ; failures++)
        {
            var (why, worked) = await ConsumeAsync(connection, tokens);
            if (tokens.TakesNoMore || !connection.IsOpen)
                break;
            failures = worked ? 1 : failures;
            await PauseAsync(why, failures, tokens.Stopping);
        }
    }

    /// <summary>Puts its channel away and consumes on another. For whoever sees that this one brings nothing, though nobody said that it is lost.</summary>
    /// <param name="why">For the log.</param>
    public void Rebuild(string why)
    {
        if (subscribed is not { } silent)
            return;
        Interlocked.Increment(ref rebuilt);
        silent.GiveUp(why);
    }

    private async Task<(string Why, bool Worked)> ConsumeAsync(IConnection connection, LaneTokens tokens)
    {
        try
        {
            await using var subscription = await Subscription.StartAsync(connection, queue, prefetch: 1, surroundings.Time, tokens.Stopping);
            subscribed = subscription;
            status.IsOpen = true;
            var worked = await TakeAsync(subscription, tokens);
            return (subscription.Lost.IsCompleted ? await subscription.Lost : "stopped", worked);
        }
        catch (Exception error) when (BrokerFaults.IsLoss(error))
        {
            return (error.Message, false);
        }
        finally
        {
            status.IsOpen = false;
            subscribed = null;
        }
    }

    private async Task<bool> TakeAsync(Subscription subscription, LaneTokens tokens)
    {
        var worked = false;
        // Cancelled at once, also in the middle of a job: a job delivered after its ack would only be given back.
        await using var stopping = tokens.Stopping.Register(() => subscription.StopAsync());
        await using var pausing = tokens.Pausing.Register(() => subscription.StopAsync());
        await foreach (var delivery in subscription.Deliveries.ReadAllAsync(CancellationToken.None))
        {
            if (tokens.TakesNoMore)
                await GiveBackAsync(subscription, delivery);
            else
                await RunAsync(delivery, tokens);
            worked = true;
        }
        return worked;
    }

    /// <summary>Not before the consumer is cancelled: the broker would hand the job to the next lane of this same host, and count it.</summary>
    private static async Task GiveBackAsync(Subscription subscription, Delivery delivery)
    {
        await subscription.StopAsync();
        await delivery.GiveBackAsync();
    }

    private async Task RunAsync(Delivery delivery, LaneTokens tokens)
    {
        var job = new JobInHand(delivery, stopPoint);
        status.Job = job;
        Interlocked.Increment(ref taken);
        using var span = JobTrace.Begin(queue, job);
        try
        {
            var decision = await runner.RunAsync(work, job, tokens);
            host.Count(queue, job, decision);
            JobTrace.End(span, job, decision);
        }
        finally
        {
            status.Job = null;
        }
    }

    private async Task PauseAsync(string why, int failures, CancellationToken stopping)
    {
        var pause = Pause.After(failures, surroundings.Chance);
        HostLog.LaneLost(surroundings.Logger, status.Lane, queue, why, pause.TotalSeconds);
        try
        {
            await Task.Delay(pause, surroundings.Time, stopping);
        }
        catch (OperationCanceledException)
        {
            // The loop's condition sees it.
        }
    }
}
