using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>Gives each result to the call that waits for it, else to whoever takes the unclaimed ones, and drops repeats.</summary>
/// <param name="pending">The calls that wait. Asked first: an id may be spoken again on purpose.</param>
/// <param name="unclaimed">Takes results nobody waits for.</param>
/// <param name="gap">Told when results may be lost.</param>
internal sealed class Reception(
    PendingJobs pending, Func<SpeechResult, CancellationToken, ValueTask>? unclaimed, GapRepublisher gap) : IResultReceiver
{
    private readonly LastWord words = new();

    /// <inheritdoc/>
    public async ValueTask ReceiveAsync(SpeechResult result, CancellationToken cancellation)
    {
        if (!pending.TryAnswer(result) && words.IsNews(result) && unclaimed is not null)
            await unclaimed(result, cancellation).ConfigureAwait(false);
        words.Remember(result);
    }

    /// <inheritdoc/>
    public void Resumed(bool resultsMayBeLost)
    {
        if (resultsMayBeLost)
            gap.Ask();
    }
}
