using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Speech.Inference;

/// <summary>An utterance on its way through an instance, and the caller who waits for its sound.</summary>
/// <param name="utterance">The utterance.</param>
/// <param name="alone">Whether it shares no Run with others.</param>
/// <param name="cancellation">The caller gives up.</param>
internal sealed class SpeechRequest(Utterance utterance, bool alone, CancellationToken cancellation)
{
    // The caller's code must not run on the instance's thread.
    private readonly TaskCompletionSource<IReadOnlyList<SpokenAudio>> _spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly SpokenAudio?[] _pieces = new SpokenAudio?[utterance.Pieces.Count];
    private int _missing = utterance.Pieces.Count;

    public Utterance Utterance => utterance;

    public bool Alone => alone;

    /// <summary>The sounds of all pieces, in order.</summary>
    public Task<IReadOnlyList<SpokenAudio>> Spoken => _spoken.Task;

    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsOver => cancellation.IsCancellationRequested || _spoken.Task.IsCompleted;

    /// <summary>
    /// Takes the sound of a piece; with the last one the caller is answered. The first word counts: a caller may have been told that the model
    /// hung, long before it comes back after all.
    /// </summary>
    public void Hear(int index, SpokenAudio sound)
    {
        lock (_gate)
        {
            _pieces[index] = sound;
            if (IsOver)
            {
                Forget();
            }
            else if (--_missing == 0)
            {
                _spoken.SetResult(_pieces!);
            }
        }
    }

    public void Fail(Exception exception)
    {
        lock (_gate)
        {
            if (_spoken.TrySetException(exception))
            {
                Forget();
            }
        }
    }

    private void Forget()
    {
        foreach (var piece in _pieces)
        {
            piece?.Dispose();
        }
    }
}
