namespace TtsConsumers.Shared.Broker;

/// <summary>What is known of a publish.</summary>
public enum PublishOutcome
{
    /// <summary>The broker has it, on a majority of replicas.</summary>
    Confirmed,

    /// <summary>The broker said no: a queue is full. For a client this is "busy".</summary>
    Refused,

    /// <summary>No queue is bound for it: the topology is not as it should be.</summary>
    Returned,

    /// <summary>The deadline passed or the channel was lost: it may be there or not. Publish again under the same message id.</summary>
    Unknown,
}
