namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// Open, and the lanes take jobs; closed for a quarantine turn, and they finish what they have and wait. Lanes pass through it, one party closes it.
/// </summary>
public sealed class IntakeGate : IDisposable
{
    private readonly Lock gate = new();
    private CancellationTokenSource closing = new();
    private TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int inside;
    private bool closed;

    /// <summary>Makes an open gate.</summary>
    public IntakeGate() => opened.SetResult();

    /// <summary>Waits until the gate is open and goes in.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Cancelled as soon as the gate closes; whoever went in must then <see cref="Leave"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task<CancellationToken> EnterAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task open;
            lock (gate)
            {
                if (!closed)
                {
                    inside++;
                    return closing.Token;
                }
                open = opened.Task;
            }
            await open.WaitAsync(cancellation);
        }
    }

    /// <summary>Goes out.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--inside == 0 && closed)
                quiet.TrySetResult();
        }
    }

    /// <summary>Closes the gate and waits until nobody is inside.</summary>
    /// <param name="cancellation">Ends the waiting; the gate stays closed until <see cref="Open"/>.</param>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            closed = true;
            opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (inside == 0)
                quiet.SetResult();
        }
        await closing.CancelAsync();
        await quiet.Task.WaitAsync(cancellation);
    }

    /// <summary>Opens it again.</summary>
    public void Open()
    {
        lock (gate)
        {
            closed = false;
            closing.Dispose();
            closing = new CancellationTokenSource();
            opened.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => closing.Dispose();
}
