using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Publishes the letters of one run, many at a time, each confirmed. Stops at the first that the broker does not take.</summary>
internal sealed class ReplayRun : IAsyncDisposable
{
    private const int InFlight = 256;

    private readonly ReplayOptions options;
    private readonly Surroundings surroundings;
    private readonly ConfirmedPublisher publisher;
    private readonly Pace pace;

    public ReplayRun(BrokerOptions broker, ReplayOptions options, Surroundings surroundings)
    {
        this.options = options;
        this.surroundings = surroundings;
        var (time, chance, loggers) = surroundings;
        var connector = new BrokerConnector(broker, time, chance, loggers.CreateLogger<BrokerConnector>());
        publisher = new ConfirmedPublisher(connector, broker, "tts letters: replay", time, loggers.CreateLogger<ConfirmedPublisher>());
        Batch = ReplayBatch.New(chance);
        Tally = new ReplayTally(Batch.Id);
        pace = new Pace(options.PerSecond, time);
    }

    /// <summary>The run's name and ids.</summary>
    public ReplayBatch Batch { get; }

    /// <summary>What it did so far.</summary>
    public ReplayTally Tally { get; }

    /// <summary>Whether a letter is to be replayed. Asked once for each.</summary>
    public bool Takes(Letter letter) => options.Filter.Matches(letter, surroundings.Time.GetUtcNow()) && Batch.Takes(letter);

    /// <summary>Replays.</summary>
    /// <typeparam name="T">A letter, or what holds one.</typeparam>
    /// <param name="letters">Those to replay.</param>
    /// <param name="letterOf">The letter in one.</param>
    /// <param name="confirmed">What is done with each once its job is confirmed, and not before.</param>
    /// <param name="cancellation">Ends the run between letters: what is handed over is waited for.</param>
    public async Task ReplayAsync<T>(
        IAsyncEnumerable<T> letters, Func<T, Letter> letterOf, Func<T, Task> confirmed, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync(PacedAsync(letters, stop.Token), bounds, (item, _) => StepAsync(item, letterOf, confirmed, stop)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Tally.Stop("interrupted");
        }
        catch (LettersLostException error)
        {
            Tally.Stop(error.Message);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => publisher.DisposeAsync();

    private async IAsyncEnumerable<T> PacedAsync<T>(IAsyncEnumerable<T> letters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var letter in letters.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (!options.DryRun)
                await pace.WaitAsync(cancellation).ConfigureAwait(false);
            yield return letter;
        }
    }

    private async ValueTask StepAsync<T>(T item, Func<T, Letter> letterOf, Func<T, Task> confirmed, CancellationTokenSource stop)
    {
        var letter = options.Correction?.Apply(letterOf(item)) ?? letterOf(item);
        Tally.Matched();
        if (options.DryRun)
            return;
        var receipt = await PublishAsync(letter, stop.Token).ConfigureAwait(false);
        if (receipt.Outcome == PublishOutcome.Confirmed)
        {
            Tally.Replayed();
            await confirmed(item).ConfigureAwait(false);
            return;
        }
        Tally.Failed();
        Tally.Stop($"job '{letter.Id}' was not taken: {receipt.Detail}");
        await stop.CancelAsync().ConfigureAwait(false);
    }

    private async Task<PublishReceipt> PublishAsync(Letter letter, CancellationToken cancellation)
    {
        var (time, chance, _) = surroundings;
        var patience = new PublishPatience(options.UnknownRepeats, options.BusyRepeats);
        while (true)
        {
            var receipt = await publisher.PublishAsync(Batch.Write(letter, time.GetUtcNow()), cancellation).ConfigureAwait(false);
            if (patience.Next(receipt.Outcome, chance) is not { } pause)
                return patience.Sum(receipt);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
