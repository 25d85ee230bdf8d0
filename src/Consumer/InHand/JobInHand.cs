using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Consumer.InHand;

/// <summary>One delivery on its way, and all that is finished of it. Owned by its lane; only <see cref="Stage"/> is looked at from outside.</summary>
/// <param name="delivery">The delivery.</param>
/// <param name="stopPoint">The fault tests' hook.</param>
public sealed class JobInHand(Delivery delivery, StopPoint stopPoint)
{
    private volatile Stage stage;
    private volatile string? outage;
    private int holds;

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; } = delivery;

    /// <summary>The headers that mean something.</summary>
    public JobHeaders Headers => Delivery.Headers;

    /// <summary>The id that is answered to: the message's own until the body was looked at.</summary>
    public string Id { get; set; } = delivery.Properties.MessageId ?? "";

    /// <summary>The job, as far as it could be read.</summary>
    public SpeechJob? Job { get; set; }

    /// <summary>How the job will be spoken, once it is found good.</summary>
    public JobPlan? Plan { get; set; }

    /// <summary>The audio's bytes, once there are any.</summary>
    public FinishedAudio? Audio { get; set; }

    /// <summary>The memory that the audio's bytes are in, to be given back by whoever stores them.</summary>
    public PooledStream? File { get; set; }

    /// <summary>Whether the dead letter has its confirm, so that an outage after it does not write a second one.</summary>
    public bool DeadLetterConfirmed { get; set; }

    /// <summary>How far it has come.</summary>
    public Stage Stage => stage;

    /// <summary>What is out and why, in a phrase for operators, while the job waits for its end.</summary>
    public string? Outage => outage;

    /// <summary>Whether it waits for an outage to end; also while the step that failed is tried again.</summary>
    public bool IsHeld => outage is not null;

    /// <summary>Notes a stage.</summary>
    public Task ReachAsync(Stage reached)
    {
        // A step that is tried again notes its stage again; only a new one says that a step succeeded and that the outage is over.
        if (reached > stage)
            (holds, outage) = (0, null);
        stage = reached;
        return stopPoint.ReachAsync(reached, this);
    }

    /// <summary>Notes that an outage stops the job.</summary>
    /// <param name="what">What is out and why.</param>
    /// <returns>How many failures in a row this is, without a step done in between.</returns>
    public int BeginHold(string what)
    {
        outage = what;
        return ++holds;
    }

    /// <summary>The result that says the job has no audio.</summary>
    public SpeechResult FailedResult(JobProblem problem) => Echo(new SpeechResult
    {
        Id = Id,
        Status = ResultStatus.Failed,
        Error = new ResultError(problem.Code, problem.Message, problem.Code.IsRetryable()),
    });

    /// <summary>The result that says where the audio is.</summary>
    public SpeechResult DoneResult(AudioSidecar sidecar) => Echo(new SpeechResult
    {
        Id = Id,
        Status = ResultStatus.Done,
        Audio = sidecar.Audio,
        Voice = sidecar.Voice,
        Marks = sidecar.Marks,
        Notes = sidecar.Notes,
        Timing = sidecar.Timing,
    });

    private SpeechResult Echo(SpeechResult result) =>
        result with { Attempt = Headers.Attempt, Stream = Job?.Stream, Metadata = Job?.Metadata };
}
