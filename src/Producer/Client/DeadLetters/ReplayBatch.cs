using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>One run of replays: takes each id once and writes the jobs, marked with the run's name.</summary>
/// <param name="id">The run's name: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
public sealed class ReplayBatch(string id)
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly HashSet<string> taken = [];

    /// <summary>The run's name, the header <c>x-replay-batch</c> of its jobs.</summary>
    public string Id { get; } = id;

    /// <summary>A run with a random name.</summary>
    public static ReplayBatch New(Random chance) => new($"replay-{new string(chance.GetItems<char>(Alphabet, 12))}");

    /// <summary>Takes a letter's id.</summary>
    /// <returns><see langword="false"/> where the run had that id before, or the letter itself comes from this run and has died again.</returns>
    public bool Takes(Letter letter) => letter.Headers.ReplayBatch != Id && taken.Add(letter.Id);

    /// <summary>
    /// The letter's job as if sent for the first time. It carries our own headers and the trace: a job replayed with its <c>x-death</c> can be lost on
    /// brokers up to 3.13, which take it for one that goes round in circles.
    /// </summary>
    /// <param name="letter">The letter.</param>
    /// <param name="now">The moment of this publish.</param>
    /// <returns>A message for one publish.</returns>
    public OutgoingMessage Write(Letter letter, DateTimeOffset now)
    {
        var headers = letter.Headers with { Attempt = 1, ReplayCount = letter.Headers.ReplayCount + 1, ReplayBatch = Id };
        var properties = Republish.Properties(letter.Properties, headers.ForRepublish(now));
        return new OutgoingMessage(Exchanges.Jobs, RoutingKeys.Speak, letter.Body, properties);
    }
}
