using System.CommandLine;
using System.CommandLine.Parsing;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>The options that say which letters are meant.</summary>
internal sealed class LetterOptions
{
    private readonly Option<string[]> reasons = new("--reason") { Description = "Only those with this reason; may be given several times.", HelpName = "CODE" };
    private readonly Option<TimeSpan?> older = Durations.Option("--older", "Only those that ended at least so long ago: 10m, 2h, 3d.");
    private readonly Option<TimeSpan?> newer = Durations.Option("--newer", "Only those that ended at most so long ago.");
    private readonly Option<string[]> voices = new("--voice") { Description = "Only jobs that name this voice; may be given several times.", HelpName = "NAME" };
    private readonly Option<string[]> streams = new("--stream") { Description = "Only jobs of this stream; may be given several times.", HelpName = "ID" };
    private readonly Option<string[]> ids = new("--id") { Description = "Only this job; may be given several times.", HelpName = "ID" };
    private readonly Option<int?> max = RangeOption.Of("--max", 1, int.MaxValue, "Stop after so many.");

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="ofJobs">Whether the letters are jobs, with a reason, a voice and a stream.</param>
    public void AddTo(Command command, bool ofJobs = true)
    {
        reasons.AcceptOnlyFromAmong([.. Enum.GetValues<ReasonCode>().Select(code => code.Wire()), Letter.UnknownReason]);
        foreach (var option in ofJobs ? (Option[])[reasons, older, newer, voices, streams, ids, max] : [older, newer, ids, max])
            command.Options.Add(option);
    }

    /// <summary>Reads how many are meant at most.</summary>
    public int? Max(ParseResult line) => line.GetValue(max);

    /// <summary>How many ids are named.</summary>
    public int CountIds(CommandResult line) => line.GetValue(ids)?.Length ?? 0;

    /// <summary>Whether any option says which are meant; <c>--max</c> alone does not.</summary>
    public bool IsAnyFilterGiven(CommandResult line) =>
        ((Option[])[reasons, older, newer, voices, streams, ids]).Any(option => line.GetResult(option) is not null);

    /// <summary>Reads which are meant.</summary>
    public LetterFilter Filter(ParseResult line) => new()
    {
        Reasons = line.GetValue(reasons) ?? [],
        Ids = line.GetValue(ids) ?? [],
        Voices = line.GetValue(voices) ?? [],
        Streams = line.GetValue(streams) ?? [],
        Older = line.GetValue(older),
        Newer = line.GetValue(newer),
    };
}
