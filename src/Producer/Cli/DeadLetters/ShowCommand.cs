using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq show</c>: the dead letters one by one. Nothing is taken away.</summary>
internal sealed class ShowCommand : LetterCommand
{
    private readonly Option<bool> text = new("--text") { Description = "Show the texts too." };

    public ShowCommand(CliContext context)
        : base(
            context,
            LetterPlace.Dead,
            "show",
            "Shows dead letters one by one, and their texts only if asked; every one stays where it is.",
            "tts dlq show --reason synthesis_timeout --max 20",
            "tts dlq show --id book-7-12 --text",
            "tts dlq show --json | jq -r .id")
        => Options.Add(text);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var shown = LookAsync(line, cancellation).Select(letter => ShownLetter.Of(letter, line.GetValue(text)));
        if (IsJson(line))
        {
            await foreach (var letter in shown)
                await WriteLineAsync(JsonSerializer.Serialize(letter, LettersJson.Line.ShownLetter));
            return ExitCodes.Ok;
        }
        var all = await shown.ToListAsync(cancellation);
        if (all.Count == 0)
            await WriteLineAsync("no such dead letters");
        else
            Context.Terminal.Screen.Write(TableOf(all, line.GetValue(text)));
        return ExitCodes.Ok;
    }

    private Table TableOf(List<ShownLetter> letters, bool withText)
    {
        string[] columns = ["id", "reason", "error", "host", "attempts", "failed at", "replayed", "voice", "stream", .. withText ? (string[])["text"] : []];
        var table = Context.Terminal.NewTable(columns);
        foreach (var letter in letters)
            table.AddRow([.. Cells(letter).Take(columns.Length).Select(cell => new Text(cell))]);
        return table;
    }

    private static string[] Cells(ShownLetter letter) =>
    [
        letter.Id,
        letter.Reason,
        letter.Error ?? "-",
        letter.Host ?? "-",
        letter.Attempts?.ToString(CultureInfo.InvariantCulture) ?? "-",
        Moments.Show(letter.FailedAt),
        letter.ReplayCount.ToString(CultureInfo.InvariantCulture),
        letter.Voice ?? "-",
        letter.Stream is { } stream ? $"{stream.Id}/{stream.Seq}" : "-",
        letter.Text ?? "-",
    ];
}
