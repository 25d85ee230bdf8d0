using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>The real family, with a gate before the real model call: a test sees who comes to it, when, and lets it through.</summary>
internal sealed class GatedFamily(IModelFamily family) : IModelFamily, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _open = new(0);
    private int _inside;

    public int MostInside { get; private set; }

    public HashSet<int> Threads { get; } = [];

    /// <summary>What was asked to be spoken, call after call.</summary>
    public List<Piece> Calls { get; } = [];

    /// <summary>How many pieces each call had.</summary>
    public List<int> Sizes { get; } = [];

    /// <summary>Thrown instead of the next call.</summary>
    public Exception? Fault { get; set; }

    public Utterance Utter(string phonemes, Voice voice, float speed) => family.Utter(phonemes, voice, speed);

    public IModelBinding Bind(ModelSignature signature) => new Gate(this, family.Bind(signature));

    public async Task ArrivedAsync(CancellationToken cancellationToken) =>
        (await _arrived.WaitAsync(Deadline, cancellationToken)).ShouldBeTrue("nobody came to the model in time");

    /// <summary>Forgets who has come so far.</summary>
    public async Task AllArrivedAsync()
    {
        while (await _arrived.WaitAsync(TimeSpan.Zero))
        {
        }
    }

    public void Open(int calls = 1) => _open.Release(calls);

    public void Dispose()
    {
        _arrived.Dispose();
        _open.Dispose();
    }

    private sealed class Gate(GatedFamily owner, IModelBinding binding) : IModelBinding
    {
        public IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces)
        {
            owner.MostInside = Math.Max(owner.MostInside, Interlocked.Increment(ref owner._inside));
            owner.Threads.Add(Environment.CurrentManagedThreadId);
            owner.Calls.AddRange(pieces);
            owner.Sizes.Add(pieces.Count);
            owner._arrived.Release();
            try
            {
                owner._open.Wait(Deadline).ShouldBeTrue("nobody opened the gate in time");
                return owner.Fault is { } fault ? throw fault : binding.Run(session, pieces);
            }
            finally
            {
                owner.Fault = null;
                Interlocked.Decrement(ref owner._inside);
            }
        }
    }
}
