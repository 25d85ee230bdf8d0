using TtsConsumers.Consumer.InHand;

namespace TtsConsumers.Consumer.Health;

/// <summary>What one lane is doing. Written by its lane, read from anywhere.</summary>
/// <param name="lane">The lane's number, from 1.</param>
/// <param name="instance">The number of the instance it feeds, from 1.</param>
public sealed class LaneStatus(int lane, int instance)
{
    private volatile bool open;
    private volatile JobInHand? job;

    /// <summary>The lane's number, from 1.</summary>
    public int Lane => lane;

    /// <summary>The number of the instance it feeds, from 1.</summary>
    public int Instance => instance;

    /// <summary>Whether it is consuming.</summary>
    public bool IsOpen
    {
        get => open;
        set => open = value;
    }

    /// <summary>The job in hand.</summary>
    public JobInHand? Job
    {
        get => job;
        set => job = value;
    }

    /// <summary>One word: <c>closed</c>, <c>idle</c>, <c>speaking</c>, <c>storing</c>, <c>publishing</c> or <c>holding</c>.</summary>
    public string Doing => job switch
    {
        null => open ? "idle" : "closed",
        { IsHeld: true } => "holding",
        { Stage: <= Stage.MidSynthesis } => "speaking",
        { Stage: < Stage.SidecarPut } => "storing",
        _ => "publishing",
    };
}
