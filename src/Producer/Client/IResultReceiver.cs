using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>Takes what a <see cref="ResultCollector"/> collects.</summary>
public interface IResultReceiver
{
    /// <summary>Takes one result, repeats included; it is acked when this returns. Never called twice at once.</summary>
    /// <param name="result">The result.</param>
    /// <param name="cancellation">The collector is closing; the result comes again from a durable queue.</param>
    ValueTask ReceiveAsync(SpeechResult result, CancellationToken cancellation);

    /// <summary>Says that collecting goes on after a lost connection.</summary>
    /// <param name="resultsMayBeLost">Whether the queue went with the connection, and with it any result published meanwhile.</param>
    void Resumed(bool resultsMayBeLost);
}
