using System.CommandLine;
using System.Text.Json;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq export</c> and <c>tts unrouted export</c>: letters to a file.</summary>
internal sealed class ExportCommand : LetterCommand
{
    private readonly Argument<string> file = new("file") { Description = "A file that is not there yet." };
    private readonly Option<bool> remove = new("--remove") { Description = "Remove the letters, once the whole file is on the disk." };

    public ExportCommand(CliContext context, LetterPlace place)
        : base(
            context,
            place,
            "export",
            $"Copies {place.Noun} to a file, one JSON object a line, texts included; they stay unless --remove is given.",
            $"tts {place.Command} export letters.jsonl",
            $"tts {place.Command} export old.jsonl --older 30d --remove")
    {
        Arguments.Add(file);
        Options.Add(remove);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var path = line.GetValue(file)!;
        await using var letters = await Place.OpenAsync(Context, cancellation);
        var export = new LetterExport(letters, Letters.Filter(line), Letters.Max(line), Context.Surroundings.Time);
        var report = await new LetterBar(Context.Terminal, IsJson(line)).TrackAsync(
            "exporting", progress => export.RunAsync(new LetterFile(path), line.GetValue(remove), progress, cancellation));
        await WriteLineAsync(IsJson(line)
            ? JsonSerializer.Serialize(report, LettersJson.Line.LetterReport)
            : $"{path}: {report.Matching} of {report.LookedAt} {Place.Noun}, {report.Removed} removed");
        return line.GetValue(remove) && report.Removed < report.Matching
            ? throw new CommandFailedException(ExitCodes.Failed, "the connection was lost: some letters are in the file and still in the queue")
            : ExitCodes.Ok;
    }
}
