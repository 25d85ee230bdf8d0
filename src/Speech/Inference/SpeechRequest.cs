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

    public void Answer(SpokenAudio audio) => _spoken.SetResult(audio);

    public void Fail(Exception exception) => _spoken.SetException(exception);

    public void Cancel() => _spoken.SetCanceled(cancellation);
}
