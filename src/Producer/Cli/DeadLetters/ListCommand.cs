using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq list</c> and <c>tts unrouted list</c>: how many there are, in groups. Nothing is taken away.</summary>
internal sealed class ListCommand(CliContext context, LetterPlace place) : LetterCommand(
    context,
    place,
    "list",
    $"Counts the {place.Noun} by {place.Key}; every one stays where it is.",
    $"tts {place.Command} list",
    $"tts {place.Command} list --newer 2h --json | jq '.[].letters'")
{
    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var groups = await LetterGroup.OfAsync(LookAsync(line, cancellation), Place.KeyOf);
        if (IsJson(line))
        {
            IReadOnlyList<GroupLine> lines = [.. groups.Select(group => GroupLine.Of(group, Place))];
            await WriteLineAsync(JsonSerializer.Serialize(lines, LettersJson.Line.IReadOnlyListGroupLine));
        }
        else if (groups.Count == 0)
        {
            await WriteLineAsync($"no {Place.Noun}");
        }
        else
        {
            Context.Terminal.Screen.Write(TableOf(groups));
        }
        return ExitCodes.Ok;
    }

    private Table TableOf(IReadOnlyList<LetterGroup> groups)
    {
        var table = Context.Terminal.NewTable(Place.Key, Place.IsOfJobs ? "letters" : "results", "oldest", "newest");
        foreach (var group in groups)
        {
            string[] cells = [group.Key, group.Letters.ToString(CultureInfo.InvariantCulture), Moments.Show(group.Oldest), Moments.Show(group.Newest)];
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }
        return table;
    }
}
