using System.ComponentModel.DataAnnotations;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>How a <see cref="SpeechClient"/> reaches the farm and how patient it is.</summary>
public sealed record SpeechClientOptions
{
    /// <summary>AMQP URIs of a user with the producer's rights, comma separated, tried in order.</summary>
    [Required]
    public required string Broker { get; init; }

    /// <summary>Where results come back.</summary>
    /// <value>A private queue with a random name, gone with the client.</value>
    public ReplyQueue? Reply { get; init; }

    /// <summary>Jobs of one <see cref="SpeechClient.SpeakManyAsync"/> that are published and not yet handed to the caller.</summary>
    /// <value>64</value>
    [Range(1, 10_000)]
    public int MaxInFlight { get; init; } = 64;

    /// <summary>How long <see cref="SpeechClient.SpeakAsync"/> waits for a result after its publish.</summary>
    /// <value>30 minutes</value>
    /// <remarks>A job that has to go through every retry level waits 13 minutes there alone.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.001", "24.00:00:00")]
    public TimeSpan ResultWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long one publish waits for its confirm, in seconds.</summary>
    /// <value>10</value>
    [Range(1, 300)]
    public int PublishSeconds { get; init; } = 10;

    /// <summary>How often a publish is repeated, under the same message id, when it is unknown whether the broker took it.</summary>
    /// <value>5</value>
    [Range(0, 1000)]
    public int UnknownRepeats { get; init; } = 5;

    /// <summary>How often a publish is repeated when the broker is busy (a queue is full).</summary>
    /// <value>8, which takes about 15 seconds</value>
    [Range(0, 1000)]
    public int BusyRepeats { get; init; } = 8;

    /// <summary>Priority of the jobs: 5 or more goes before bulk on brokers from 4.0.</summary>
    [Range(0, 9)]
    public int? Priority { get; init; }

    /// <summary>
    /// Whether jobs may have been spoken before under the same ids, by a run that was ended: then hosts look for their audio in the store first, and
    /// only what is not there is spoken.
    /// </summary>
    /// <value><see langword="false"/>: only what this client itself publishes again is looked for.</value>
    public bool LookFirst { get; init; }

    /// <summary>The farm's longest text in Unicode scalars, checked before anything is sent.</summary>
    /// <value>500</value>
    [Range(1, JobLimits.BodyBytes)]
    public int TextScalars { get; init; } = JobLimits.DefaultTextScalars;

    /// <summary>Takes results that no call waits for: of jobs sent with <see cref="SpeechClient.PublishAsync"/>, of an earlier run that
    /// used the same durable queue, and a <c>done</c> that replaces a <c>failed</c> already given. A result is acked when this
    /// returns.</summary>
    /// <value>None: such results are passed over.</value>
    /// <remarks>Where it throws, a durable queue delivers the result again.</remarks>
    public Func<SpeechResult, CancellationToken, ValueTask>? Unclaimed { get; init; }

    /// <summary>Clock, chance and log.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.Usual();

    internal BrokerOptions BrokerOptions => new() { Broker = Broker, PublishSeconds = PublishSeconds };

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ValidationException">One of them is out of range.</exception>
    internal void Validate()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        var broker = BrokerOptions;
        Validator.ValidateObject(broker, new ValidationContext(broker), validateAllProperties: true);
    }
}
