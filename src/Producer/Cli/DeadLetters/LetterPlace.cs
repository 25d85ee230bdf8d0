using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>A queue whose messages wait for an operator, and how they are spoken of.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Command">The command in front of <c>list</c> and <c>export</c>.</param>
/// <param name="Noun">What is in it, of one and of many.</param>
/// <param name="Key">What its letters are grouped by.</param>
/// <param name="KeyOf">That of one letter.</param>
internal sealed record LetterPlace(string Queue, string Command, string Noun, string Key, Func<Letter, string> KeyOf)
{
    /// <summary>Jobs that ended without audio.</summary>
    public static LetterPlace Dead { get; } = new(Queues.Dead, "dlq", "dead letters", "reason", letter => letter.Reason);

    /// <summary>Results nobody bound for.</summary>
    public static LetterPlace Unrouted { get; } = new(Queues.Unrouted, "unrouted", "results", "route", letter => letter.Route);

    /// <summary>Whether its letters are jobs.</summary>
    public bool IsOfJobs => Queue == Queues.Dead;

    /// <summary>The broker as the operator.</summary>
    public static BrokerOptions BrokerOf(CliContext context) => new() { Broker = context.Settings.Operator };

    /// <summary>Begins a look at it.</summary>
    public Task<LetterQueue> OpenAsync(CliContext context, CancellationToken cancellation) =>
        LetterQueue.OpenAsync(BrokerOf(context), Queue, context.Surroundings, cancellation);
}
