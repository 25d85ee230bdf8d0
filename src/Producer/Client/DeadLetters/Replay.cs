using System.Runtime.CompilerServices;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>
/// Sends dead letters through the farm again. A letter is removed when the publish of its job is confirmed and not before: whatever ends a run, a job
/// is in the dead letters, in <c>tts.jobs</c>, or in both, and a job in both is spoken to the same audio.
/// </summary>
/// <param name="broker">Where the broker is, as the operator.</param>
/// <param name="surroundings">Clock, chance (the run's name, jitter) and log.</param>
public sealed class Replay(BrokerOptions broker, Surroundings surroundings)
{
    /// <summary>Replays the letters that were there when it began, each id once. What dies again meanwhile waits for another run.</summary>
    /// <param name="options">Which letters, and how.</param>
    /// <param name="progress">Told after each letter looked at.</param>
    /// <param name="cancellation">Ends the run between two letters; the report then says "interrupted".</param>
    /// <exception cref="InvalidJobException">The corrected job breaks a rule of the contract; nothing was sent.</exception>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">No endpoint answered.</exception>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException">The queue is not there or may not be read.</exception>
    public async Task<ReplayReport> RunAsync(ReplayOptions options, Action<LetterProgress>? progress, CancellationToken cancellation)
    {
        var letters = await LetterQueue.OpenAsync(broker, Queues.Dead, surroundings, cancellation).ConfigureAwait(false);
        await using (letters.ConfigureAwait(false))
        {
            var run = new ReplayRun(broker, options, surroundings);
            await using (run.ConfigureAwait(false))
            {
                var wanted = TellAsync(letters, letters.ReadAsync(run.Takes, options.Max, cancellation), progress, cancellation);
                await run.ReplayAsync(wanted, held => held.Letter, held => held.RemoveAsync(), cancellation).ConfigureAwait(false);
                progress?.Invoke(new(letters.LookedAt, letters.Count));
                return run.Tally.Report(letters.LookedAt);
            }
        }
    }

    private static async IAsyncEnumerable<HeldLetter> TellAsync(
        LetterQueue letters, IAsyncEnumerable<HeldLetter> source, Action<LetterProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var held in source.WithCancellation(cancellation).ConfigureAwait(false))
        {
            progress?.Invoke(new(letters.LookedAt, letters.Count));
            yield return held;
        }
    }
}
