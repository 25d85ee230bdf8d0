using System.Threading.Channels;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Speech.Inference;

/// <summary>The one thread that calls a loaded model, serving one request after another until it is stopped.</summary>
/// <remarks>
/// Its last deed is to close the model. So a thread that is left behind in a Run keeps the model it is in, and one that comes back after all
/// leaves nothing. A model whose device is lost is not closed: its memory goes with the process, and closing might end that at once.
/// </remarks>
internal sealed class ModelThread
{
    private readonly BoundModel _model;
    private readonly ChannelReader<SpeechRequest> _requests;
    private readonly RunWatch _watch;
    private readonly Action<string> _deviceLost;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SpeechRequest? _inHand;
    private volatile bool _stopping;
    private bool _deviceIsLost;

    /// <summary>Starts the thread.</summary>
    /// <param name="model">What it calls, and closes when it ends.</param>
    /// <param name="requests">What it serves.</param>
    /// <param name="watch">Times its Runs.</param>
    /// <param name="deviceLost">Told what the device said when it was lost; called on the thread, which then ends.</param>
    public ModelThread(BoundModel model, ChannelReader<SpeechRequest> requests, RunWatch watch, Action<string> deviceLost)
    {
        (_model, _requests, _watch, _deviceLost) = (model, requests, watch, deviceLost);
        new Thread(Work) { Name = model.Name, IsBackground = true }.Start();
    }

    /// <summary>Completes when the thread has ended; one that hangs in a Run may never do so.</summary>
    public Task Ended => _ended.Task;

    /// <summary>What is being spoken.</summary>
    public SpeechRequest? InHand => _inHand;

    /// <summary>Serves nothing more, and breaks off the Run that is going on if it can be. Any thread may ask for it, more than once.</summary>
    public void Stop()
    {
        _stopping = true;
        _model.BreakOff();
    }

    private void Work()
    {
        while (!_stopping && Next() is { } request)
        {
            _inHand = request;
            Serve(request);
            _inHand = null;
        }

        if (!_deviceIsLost)
        {
            _model.Dispose();
        }

        _ended.SetResult();
    }

    private SpeechRequest? Next()
    {
        SpeechRequest? request;
        while (!_requests.TryRead(out request))
        {
            // The thread has nothing else to do: it may block.
            if (!_requests.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
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
            request.Fail(ModelInstance.Closing());
        }
        catch (Exception e)
        {
            // Whatever a model does with one text, the thread lives on for the next, unless it took the device along.
            if (DeviceFault.IsLoss(e))
            {
                (_deviceIsLost, _stopping) = (true, true);
                _deviceLost(e.Message);
            }

            var message = $"Model {_model.Name} could not speak {request.Utterance.IdCount} ids: {e.Message}";
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
        _watch.Begin(pieces);
        try
        {
            return _model.Run(pieces);
        }
        finally
        {
            _watch.End();
        }
    }
}
