namespace TtsConsumers.Consumer.Intake;

/// <summary>Looks in a row that found a lane idle, with nothing taken since the look before, while jobs waited in its queue.</summary>
/// <param name="limit">How many are too many.</param>
public sealed class IdleStreak(int limit)
{
    private long takenBefore = -1;
    private int length;

    /// <summary>Notes a look.</summary>
    /// <param name="isIdle">Whether the lane consumes and has no job in hand.</param>
    /// <param name="taken">How many jobs it has taken so far.</param>
    /// <param name="ready">How many jobs wait.</param>
    /// <returns><see langword="true"/> when there were as many as the limit; then another streak begins.</returns>
    public bool Note(bool isIdle, long taken, uint ready)
    {
        length = isIdle && taken == takenBefore && ready > 0 ? length + 1 : 0;
        takenBefore = length == limit ? -1 : taken;
        return length == limit;
    }
}
