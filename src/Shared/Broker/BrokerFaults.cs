using RabbitMQ.Client.Exceptions;

namespace TtsConsumers.Shared.Broker;

/// <summary>What the client library throws when a channel or a connection is lost in the middle of something.</summary>
public static class BrokerFaults
{
    /// <summary>Whether an error means that the channel or the connection is gone or does not answer; not that our own code is wrong.</summary>
    /// <remarks>
    /// A disposed channel surfaces as an <see cref="InvalidOperationException"/>, an unanswered call as a <see cref="TimeoutException"/> or as an
    /// <see cref="OperationCanceledException"/> nobody asked for.
    /// </remarks>
    public static bool IsLoss(Exception error) => error is OperationInterruptedException or BrokerUnreachableException or IOException
        or TimeoutException or OperationCanceledException or InvalidOperationException;
}
