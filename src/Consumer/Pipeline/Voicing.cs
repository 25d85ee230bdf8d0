using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Speaks a planned job on one instance: text to phonemes on the lane's own time, the model, the check, the format.</summary>
/// <param name="engine">The front end and the voices.</param>
/// <param name="instance">Which instance of a voice's model this lane feeds, from 0 on.</param>
/// <param name="time">The clock.</param>
public sealed class Voicing(SpeechEngine engine, int instance, TimeProvider time)
{
    /// <summary>Fills in <see cref="JobInHand.Audio"/>.</summary>
    /// <returns><see langword="null"/> when there is good audio.</returns>
    /// <exception cref="OperationCanceledException">The host's grace is over.</exception>
    public async Task<Outcome?> SpeakAsync(JobInHand job, JobPlan plan, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            return await engine.ReadAsync(plan.Job.Text, plan.Language, plan.Lexicon, plan.Voice, cancellation) switch
            {
                Reading.Unspeakable unspeakable => new Outcome.Rejected(new(ReasonCode.TextUnspeakable, unspeakable.Message)),
                Reading.Spoken spoken => await SpeakAsync(
                    job, plan, spoken, new ResultTiming(QueuedMs(job), Milliseconds(started), 0, 0), cancellation),
                _ => throw new InvalidOperationException("a reading without a voicing"),
            };
        }
        catch (EspeakException error)
        {
            return new Outcome.Transient(new(ReasonCode.SynthesisFailed, error.Message));
        }
    }

    private async Task<Outcome?> SpeakAsync(JobInHand job, JobPlan plan, Reading.Spoken spoken, ResultTiming timing, CancellationToken cancellation)
    {
        await job.ReachAsync(Stage.ModelTaken);
        var started = time.GetTimestamp();
        try
        {
            var utterance = engine.Utter(spoken, plan.Voice, plan.Speed);
            var model = await engine.InstanceAsync(plan.Voice, instance, cancellation);
            // A call that hangs fails whole: what failed before takes nobody with it.
            var speaking = model.SpeakAsync(utterance, alone: job.Headers.Attempt > 1, cancellation);
            await job.ReachAsync(Stage.MidSynthesis);
            using var audio = await speaking;
            timing = timing with { SynthMs = Milliseconds(started) };
            if (AudioCheck.Fault(audio, utterance) is { } fault)
                return new Outcome.Transient(new(ReasonCode.AudioInvalid, fault));
            await job.ReachAsync(Stage.Spoken);
            Finish(job, plan, audio, spoken, timing);
            await job.ReachAsync(Stage.Encoded);
            return null;
        }
        catch (UnknownSymbolException error)
        {
            return new Outcome.Rejected(new(ReasonCode.TextUnspeakable, error.Message));
        }
        catch (ObjectDisposedException)
        {
            // The instance is closing: the host ends.
            return new Outcome.Stopping();
        }
        catch (Exception error) when (error is SynthesisFailedException or ModelFileException)
        {
            return new Outcome.Transient(new(ReasonCode.SynthesisFailed, error.Message));
        }
        catch (SynthesisTimeoutException error)
        {
            return new Outcome.Transient(new(ReasonCode.SynthesisTimeout, error.Message));
        }
    }

    private void Finish(JobInHand job, JobPlan plan, SpokenAudio audio, Reading.Spoken spoken, ResultTiming timing)
    {
        var started = time.GetTimestamp();
        job.File = plan.Form.Make(audio.Samples, audio.SampleRate);
        var marks = WordMarks.Of(plan.Job.Text, WordTimes.Of(spoken.Words, audio));
        job.Audio = new FinishedAudio(
            job.File.Bytes, plan.Form.SampleRate, audio.Duration, marks, spoken.Notes, timing with { StoreMs = Milliseconds(started) });
    }

    private static long? QueuedMs(JobInHand job) =>
        job.Headers.SentAt is { } sent ? Math.Max(0, (long)(job.Delivery.ReceivedAt - sent).TotalMilliseconds) : null;

    private long Milliseconds(long started) => (long)time.GetElapsedTime(started).TotalMilliseconds;
}
