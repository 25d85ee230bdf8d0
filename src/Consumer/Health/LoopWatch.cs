namespace TtsConsumers.Consumer.Health;

/// <summary>Watches the loops that a host lives by. One that ends by itself, by an exception or without, is lost: nobody starts it again.</summary>
public sealed class LoopWatch
{
    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a loop is lost, with a sentence for operators about the first that is.</summary>
    public Task<string> Lost => lost.Task;

    /// <summary>Waits for the end of a loop.</summary>
    /// <param name="loop">Its name, for operators.</param>
    /// <param name="running">The loop.</param>
    /// <param name="mayEnd">Asked when it has ended: whether it was meant to, because the host stops or what it ran on is gone.</param>
    /// <returns>Ends as the loop did.</returns>
    public async Task KeepAsync(string loop, Task running, Func<bool> mayEnd)
    {
        try
        {
            await running;
        }
        finally
        {
            if (!mayEnd())
                lost.TrySetResult($"{loop} ended by itself{(running.Exception?.InnerException is { } error ? $": {error}" : "")}");
        }
    }
}
