using TtsConsumers.Tests.Storm.Watch;

namespace TtsConsumers.Tests.Storm.View;

/// <summary>A line for each event, and every ten seconds one for how things stand: for pipes and logs.</summary>
/// <param name="write">Takes a line.</param>
public sealed class LinesView(Action<string> write) : IStormView
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly StormClock clock = new();
    private readonly Lock gate = new();
    private TimeSpan next = TimeSpan.Zero;

    public void Tell(string what)
    {
        lock (gate)
            write(what);
    }

    public void Show(string state)
    {
        lock (gate)
        {
            if (clock.Now < next)
                return;
            next = clock.Now + Every;
            write(state);
        }
    }
}
