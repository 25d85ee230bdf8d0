using System.Text.Json;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary>Prints results, one JSON line each, until there are enough.</summary>
internal sealed class ResultPrinter : IResultReceiver
{
    private readonly TextWriter output;
    private readonly int? count;
    private readonly bool repeats;
    private readonly LastWord words = new();
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int printed;

    /// <summary>Prints nothing yet.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="count">How many to print, or <see langword="null"/> for no end.</param>
    /// <param name="repeats">Whether repeats are printed and counted too.</param>
    public ResultPrinter(TextWriter output, int? count, bool repeats)
    {
        this.output = output;
        this.count = count;
        this.repeats = repeats;
        EndIfEnough();
    }

    /// <summary>Completes when the last one is printed; closing the collector then still acks it.</summary>
    public Task Enough => enough.Task;

    /// <inheritdoc/>
    public async ValueTask ReceiveAsync(SpeechResult result, CancellationToken cancellation)
    {
        // One beyond the count is not taken: it must not be acked, so it is kept waiting until the collector closes.
        if (enough.Task.IsCompleted)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        if (!repeats && !words.IsNews(result))
            return;
        words.Remember(result);
        await output.WriteLineAsync(JsonSerializer.Serialize(result, ContractJson.Result).AsMemory(), cancellation);
        await output.FlushAsync(cancellation);
        printed++;
        EndIfEnough();
    }

    /// <inheritdoc/>
    public void Resumed(bool resultsMayBeLost)
    {
    }

    private void EndIfEnough()
    {
        if (printed >= count)
            enough.TrySetResult();
    }
}
