using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Speech.Inference;

/// <summary>The one thread that calls a loaded model, one Run after another until it is stopped.</summary>
/// <remarks>
/// Its last deed is to close the model. So a thread that is left behind in a Run keeps the model it is in, and one that comes back after all
/// leaves nothing. A model whose device is lost is not closed: its memory goes with the process, and closing might end that at once.
/// </remarks>
internal sealed class ModelThread
{
    private readonly BoundModel _model;
    private readonly Backlog _backlog;
    private readonly RunWatch _watch;
    private readonly ILogger _logger;
    private readonly Action<string> _deviceLost;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<WaitingPiece> _inHand = [];
    private volatile bool _stopping;
    private bool _deviceIsLost;

    /// <summary>Starts the thread.</summary>
    /// <param name="model">What it calls, and closes when it ends.</param>
    /// <param name="backlog">What it serves.</param>
    /// <param name="watch">Times its Runs.</param>
    /// <param name="logger">Hears of Runs that are tried again in parts.</param>
    /// <param name="deviceLost">Told what the device said when it was lost; called on the thread, which then ends.</param>
    public ModelThread(BoundModel model, Backlog backlog, RunWatch watch, ILogger logger, Action<string> deviceLost)
    {
        (_model, _backlog, _watch, _logger, _deviceLost) = (model, backlog, watch, logger, deviceLost);
        new Thread(Work) { Name = model.Name, IsBackground = true }.Start();
    }

    /// <summary>Completes when the thread has ended; one that hangs in a Run may never do so.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whose texts are in the Run that is going on.</summary>
    public IReadOnlyList<SpeechRequest> InHand => [.. _inHand.Select(piece => piece.Request).Distinct()];

    /// <summary>Serves nothing more, and breaks off the Run that is going on if it can be. Any thread may ask for it, more than once.</summary>
    public void Stop()
    {
        _stopping = true;
        _model.BreakOff();
    }

    private void Work()
    {
        while (!_stopping && _backlog.Next() is { } run)
        {
            _inHand = run;
            Serve(run);
            _inHand = [];
        }

        if (!_deviceIsLost)
        {
            _model.Dispose();
        }

        _ended.SetResult();
    }

    private void Serve(IReadOnlyList<WaitingPiece> run)
    {
        try
        {
            var sounds = Run([.. run.Select(piece => piece.Piece)]);
            for (var i = 0; i < run.Count; i++)
            {
                run[i].Request.Hear(run[i].Index, sounds[i]);
            }
        }
        catch (Exception) when (_stopping)
        {
            FailAll(run, _ => ModelInstance.Closing());
        }
        catch (Exception e)
        {
            // Whatever a model does with some texts, the thread lives on for the next, unless they took the device along.
            OnFailure(run, e);
        }
    }

    private void OnFailure(IReadOnlyList<WaitingPiece> run, Exception e)
    {
        if (DeviceFault.IsLoss(e))
        {
            (_deviceIsLost, _stopping) = (true, true);
            _deviceLost(e.Message);
        }
        else if (run.Count > 1)
        {
            SpeechLog.RunDivided(_logger, _model.Name, run.Count, e.Message);
            _backlog.TakeBack(run, DeviceFault.IsWantOfMemory(e));
            return;
        }
        else if (DeviceFault.IsWantOfMemory(e))
        {
            _backlog.Forgive();
        }

        FailAll(run, request => new SynthesisFailedException($"Model {_model.Name} could not speak {request.Utterance.IdCount} ids: {e.Message}", e));
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

    private static void FailAll(IReadOnlyList<WaitingPiece> run, Func<SpeechRequest, Exception> why)
    {
        foreach (var piece in run)
        {
            piece.Request.Fail(why(piece.Request));
        }
    }
}
