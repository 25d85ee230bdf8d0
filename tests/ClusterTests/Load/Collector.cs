using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>Writes every result that comes back into the ledger.</summary>
internal sealed class Collector(Ledger ledger) : IResultReceiver
{
    public ValueTask ReceiveAsync(SpeechResult result, CancellationToken cancellation)
    {
        ledger.Note(result);
        return ValueTask.CompletedTask;
    }

    /// <summary>The queue is durable: nothing can have been lost with the connection.</summary>
    public void Resumed(bool resultsMayBeLost)
    {
        if (resultsMayBeLost)
            throw new InvalidOperationException("the ledger needs a durable queue");
    }
}
