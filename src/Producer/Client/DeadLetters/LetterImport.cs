using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Sends exported letters through the farm again, as a replay. The file stays as it is.</summary>
/// <param name="broker">Where the broker is, as the operator.</param>
/// <param name="surroundings">Clock, chance (the run's name, jitter) and log.</param>
public sealed class LetterImport(BrokerOptions broker, Surroundings surroundings)
{
    /// <summary>Replays, each id once.</summary>
    /// <param name="file">The letters; all are read before the first is sent.</param>
    /// <param name="options">Which of them, and how.</param>
    /// <param name="progress">Told after each letter of the file.</param>
    /// <param name="cancellation">Ends the run between two letters; the report then says "interrupted".</param>
    /// <exception cref="FormatException">A line is not a letter; nothing was sent.</exception>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    public async Task<ReplayReport> RunAsync(
        LetterFile file, ReplayOptions options, Action<LetterProgress>? progress, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in file.ReadAsync(cancellation).ConfigureAwait(false))
            count++;
        var run = new ReplayRun(broker, options, surroundings);
        await using (run.ConfigureAwait(false))
        {
            var lookedAt = 0;
            var letters = file.ReadAsync(cancellation).Where(letter => IsWanted(letter)).Take(options.Max ?? int.MaxValue);
            await run.ReplayAsync(letters, letter => letter, _ => Task.CompletedTask, cancellation).ConfigureAwait(false);
            return run.Tally.Report(lookedAt);

            bool IsWanted(Letter letter)
            {
                lookedAt++;
                progress?.Invoke(new(lookedAt, count));
                return run.Takes(letter);
            }
        }
    }
}
