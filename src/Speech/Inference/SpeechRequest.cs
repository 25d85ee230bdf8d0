using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Speech.Inference;

/// <summary>An utterance on its way through an instance, and the caller who waits for its sound.</summary>
internal sealed class SpeechRequest(Utterance utterance, CancellationToken cancellation)
{
    // The caller's code must not run on the instance's thread.
    private readonly TaskCompletionSource<SpokenAudio> _spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Utterance Utterance => utterance;

    public CancellationToken Cancellation => cancellation;

    public Task<SpokenAudio> Spoken => _spoken.Task;

    // The first word counts: a caller may have been told that the model hung, long before it comes back after all.
    public void Answer(SpokenAudio audio)
    {
        if (!_spoken.TrySetResult(audio))
        {
            audio.Dispose();
        }
    }

    public void Fail(Exception exception) => _spoken.TrySetException(exception);

    public void Cancel() => _spoken.TrySetCanceled(cancellation);
}
