using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>
/// One loaded model: one ONNX Runtime session with one thread that alone calls Run. Callers queue; those who wait at the same time may share a Run.
/// </summary>
/// <remarks>
/// A Run of several that fails is spoken again, each piece alone; or, where there was no memory for it, in halves. So a text at fault fails alone.
/// <para>
/// A Run past its deadline is given up: its callers are told, the thread is left behind in it, and the instance goes on with a new session on a new
/// thread; whoever waited is spoken by that one. It does so once. When the new session hangs too, or can't be loaded, or the device is lost, so is
/// the instance: see <see cref="Lost"/>.
/// </para>
/// <para>
/// Disposing takes no more work, breaks off the Run that is going on, answers everybody still waiting with
/// <see cref="ObjectDisposedException"/>, and returns when the thread has ended and the session is closed; but it waits 5 s at most for
/// a Run that can't be broken off. Who wants the waiting work done awaits it first.
/// </para>
/// </remarks>
public sealed class ModelInstance : IAsyncDisposable
{
    // Far above the few lanes of an instance: it bounds a caller gone wild, not a host at work.
    private const int MostWaiting = 64;

    // A Run is broken off between two operators; the longest of them takes a second or so.
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    private readonly ModelSource _source;
    private readonly RunRules _rules;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<SpeechRequest> _requests = Channel.CreateBounded<SpeechRequest>(MostWaiting);
    private readonly Backlog _backlog;
    private readonly TaskCompletionSource<InstanceLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What a hang, a rebuild and closing have to agree on.
    private readonly Lock _gate = new();
    private ModelThread _thread;
    private Task? _rebuilding;
    private bool _closing;

    /// <summary>Loads the model, which takes seconds, and starts the thread.</summary>
    /// <param name="source">The model.</param>
    /// <param name="rules">What a Run may take, and who may share one.</param>
    /// <param name="time">What the time in Run is measured with.</param>
    /// <param name="logger">Hears of hangs and rebuilds.</param>
    /// <exception cref="ModelFileException">The model can't be loaded, or follows no contract of its family.</exception>
    internal ModelInstance(ModelSource source, RunRules rules, TimeProvider time, ILogger logger)
    {
        (_source, _rules, _time, _logger) = (source, rules, time, logger);
        _backlog = new Backlog(_requests.Reader, rules.Batch);
        Clock = new RunClock(time);
        _thread = Start(source.Load());
    }

    /// <summary>How long the instance has been inside Run.</summary>
    public RunClock Clock { get; }

    /// <summary>Completes when the instance can't speak any more; not when it is disposed.</summary>
    public Task<InstanceLoss> Lost => _lost.Task;

    /// <inheritdoc cref="SpeakAsync(Utterance, bool, CancellationToken)"/>
    public Task<SpokenAudio> SpeakAsync(Utterance utterance, CancellationToken cancellationToken) =>
        SpeakAsync(utterance, alone: false, cancellationToken);

    /// <summary>Speaks an utterance as soon as those before it are spoken. At a lost instance it waits until that is disposed.</summary>
    /// <param name="utterance">Ids for this instance's model.</param>
    /// <param name="alone">Whether it shares no Run with others: for what has failed before, since a Run that hangs fails whole.</param>
    /// <param name="cancellationToken">
    /// Stops waiting at once. What has not begun is never spoken; a piece already in Run is finished unheard.
    /// </param>
    /// <returns>The sound; the caller disposes it.</returns>
    /// <exception cref="SynthesisFailedException">The model did not speak. The instance goes on with the next, unless its device is lost.</exception>
    /// <exception cref="SynthesisTimeoutException">The model did not come back in time.</exception>
    /// <exception cref="ObjectDisposedException">The instance was disposed before the sound was there.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<SpokenAudio> SpeakAsync(Utterance utterance, bool alone, CancellationToken cancellationToken)
    {
        var request = new SpeechRequest(utterance, alone, cancellationToken);
        try
        {
            await _requests.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw Closing();
        }

        return SpokenAudio.Join(await request.Spoken.WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        ModelThread thread;
        Task rebuilding;
        lock (_gate)
        {
            _closing = true;
            (thread, rebuilding) = (_thread, _rebuilding ?? Task.CompletedTask);
        }

        thread.Stop();
        _backlog.Fail(Closing());
        if (!Lost.IsCompleted)
        {
            await Task.WhenAll(thread.Ended, rebuilding).WaitAsync(ClosePatience, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var request in thread.InHand)
        {
            request.Fail(Closing());
        }
    }

    internal static ObjectDisposedException Closing() => new(nameof(ModelInstance), "The instance is closing; it speaks no more.");

    private ModelThread Start(BoundModel model) =>
        new(model, _backlog, new RunWatch(Clock, _rules.Deadline, _time, late: allowed => OnHung(model.Name, allowed)), _logger, OnDeviceLost);

    private void OnHung(string model, TimeSpan allowed)
    {
        var why = $"Model {model} did not come back within {allowed.TotalSeconds:0.#} s";
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }

            var hung = _thread.InHand;
            _thread.Stop();
            foreach (var request in hung)
            {
                request.Fail(new SynthesisTimeoutException($"{why}; it had {request.Utterance.IdCount} ids to speak{Beside(hung.Count - 1)}"));
            }

            if (_rebuilding is null)
            {
                SpeechLog.Hung(_logger, model, allowed.TotalSeconds);
                _rebuilding = Task.Run(RebuildAsync);
                return;
            }
        }

        Lose(deviceIsLost: false, $"{why}, for the second time");
    }

    private async Task RebuildAsync()
    {
        var started = _time.GetTimestamp();
        try
        {
            // On a thread of its own: it takes seconds, and where a Run has hung, loading may hang as well.
            var loading = Task.Factory.StartNew(
                _source.LoadAgain, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var model = await loading.WaitAsync(_rules.Deadline.Floor, _time);
            Adopt(model);
            FreedHeap.GiveBack();
            SpeechLog.Rebuilt(_logger, model.Name, _time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception e)
        {
            Lose(deviceIsLost: false, $"The model hung and could not be loaded anew: {e.Message}");
        }
    }

    private void Adopt(BoundModel model)
    {
        lock (_gate)
        {
            if (_closing)
            {
                model.Dispose();
            }
            else
            {
                _thread = Start(model);
            }
        }
    }

    private static string Beside(int others) => others == 0 ? "" : $", beside {others} more texts";

    private void OnDeviceLost(string said) => Lose(deviceIsLost: true, $"The device is lost: {said}");

    private void Lose(bool deviceIsLost, string why) => _lost.TrySetResult(new InstanceLoss(this, deviceIsLost, why));
}
