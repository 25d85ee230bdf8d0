using System.Threading.Channels;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>
/// One loaded model: one ONNX Runtime session with one thread that alone calls Run. Callers queue and are answered in order.
/// </summary>
/// <remarks>
/// Disposing takes no more work, breaks off the Run that is going on, answers everybody still waiting with
/// <see cref="ObjectDisposedException"/>, and returns when the thread has ended and the session is closed. Who wants the waiting work done
/// awaits it first.
/// </remarks>
public sealed class ModelInstance : IAsyncDisposable
{
    // Far above the few lanes of an instance: it bounds a caller gone wild, not a host at work.
    private const int MostWaiting = 64;

    // Used by callers.
    private readonly Channel<SpeechRequest> _requests = Channel.CreateBounded<SpeechRequest>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    // Used by the instance's own thread until it has ended.
    private readonly string _model;
    private readonly ModelSession _session;
    private readonly IModelBinding _binding;

    // Used by both.
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    /// <summary>Loads the model, which takes seconds, and starts the thread.</summary>
    /// <param name="folder">A proved model.</param>
    /// <param name="family">Its family.</param>
    /// <param name="sessions">The device it is loaded for.</param>
    /// <param name="time">What the time in Run is measured with.</param>
    /// <exception cref="ModelFileException">The model can't be loaded, or follows no contract of its family.</exception>
    public ModelInstance(ModelFolder folder, IModelFamily family, SessionFactory sessions, TimeProvider time)
    {
        _model = folder.Manifest.Name;
        _session = sessions.Load(folder.ModelPath);
        try
        {
            _binding = family.Bind(_session.Signature);
        }
        catch
        {
            _session.Dispose();
            throw;
        }

        Clock = new RunClock(time);
        new Thread(Work) { Name = _model, IsBackground = true }.Start();
    }

    /// <summary>How long the instance has been inside Run.</summary>
    public RunClock Clock { get; }

    /// <summary>Speaks an utterance as soon as those before it are spoken.</summary>
    /// <param name="utterance">Ids for this instance's model.</param>
    /// <param name="cancellationToken">
    /// Stops waiting at once. What has not begun is never spoken; a piece already in Run is finished unheard.
    /// </param>
    /// <returns>The sound; the caller disposes it.</returns>
    /// <exception cref="SynthesisFailedException">The model did not speak. The instance goes on with the next.</exception>
    /// <exception cref="ObjectDisposedException">The instance was disposed before the sound was there.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<SpokenAudio> SpeakAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        var request = new SpeechRequest(utterance, cancellationToken);
        try
        {
            await _requests.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw Disposed();
        }

        return await request.Spoken.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        if (_requests.Writer.TryComplete())
        {
            _session.BreakOff();
        }

        await _ended.Task;
        _session.Dispose();
    }

    private void Work()
    {
        while (Next() is { } request)
        {
            Serve(request);
        }

        _ended.SetResult();
    }

    private SpeechRequest? Next()
    {
        SpeechRequest? request;
        while (!_requests.Reader.TryRead(out request))
        {
            // The thread is the instance's own and has nothing else to do: it may block.
            if (!_requests.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }

        return request;
    }

    private void Serve(SpeechRequest request)
    {
        try
        {
            request.Answer(Speak(request));
        }
        catch (OperationCanceledException)
        {
            request.Cancel();
        }
        catch (Exception) when (_stopping)
        {
            request.Fail(Disposed());
        }
        catch (Exception e)
        {
            // Whatever a model does with one text, the thread lives on for the next.
            var message = $"Model {_model} could not speak {request.Utterance.IdCount} ids: {e.Message}";
            request.Fail(new SynthesisFailedException(message, e));
        }
    }

    private SpokenAudio Speak(SpeechRequest request)
    {
        List<SpokenAudio> pieces = [];
        foreach (var piece in request.Utterance.Pieces)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            request.Cancellation.ThrowIfCancellationRequested();
            pieces.AddRange(Run([piece]));
        }

        return SpokenAudio.Join(pieces);
    }

    private IReadOnlyList<SpokenAudio> Run(IReadOnlyList<Piece> pieces)
    {
        Clock.Enter();
        try
        {
            return _binding.Run(_session, pieces);
        }
        finally
        {
            Clock.Leave();
        }
    }

    private static ObjectDisposedException Disposed() => new(nameof(ModelInstance), "The instance is closing; it speaks no more.");
}
