using System.CommandLine;
using System.Text.Json;
using TtsConsumers.Producer.Cli.Speaking;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts phonemes</c>: how the farm would read a text.</summary>
internal sealed class PhonemesCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Argument<string> text = new("text") { Description = "The text, a file that holds it, or - for standard input." };
    private readonly Option<string?> language = new("--language") { Description = "The main language; the default is by script." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    public PhonemesCommand(CliContext context)
        : base(
            "phonemes",
            "Shows the phonemes a text is read as (TTS_LEXICON, TTS_MODELS). Needs no broker. Exits with 1 where nothing can be spoken.",
            "tts phonemes \"银行行长\"",
            "tts phonemes \"GPT-4 costs 20 dollars\" --language en --json")
    {
        this.context = context;
        Arguments.Add(text);
        language.AcceptOnlyFromAmong("zh", "en");
        Options.Add(language);
        Options.Add(json);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var source = await TextSource.ReadAsync(line.GetRequiredValue(text), context.Terminal, cancellation);
        using var frontEnd = Load(context.Settings.Speech);
        return frontEnd.Read(source.Text, Language(line.GetValue(language))) switch
        {
            Reading.Spoken spoken => await PrintAsync(source.Text, spoken, line.GetValue(json), cancellation),
            Reading.Unspeakable unspeakable => throw new CommandFailedException(ExitCodes.Failed, unspeakable.Message),
            var reading => throw new InvalidOperationException($"there is no reading {reading}"),
        };
    }

    private static FrontEnd Load(SpeechOptions settings)
    {
        try
        {
            return FrontEnd.Load(settings.Lexicon, settings.Models);
        }
        catch (IOException error)
        {
            throw new CommandFailedException(
                ExitCodes.NotReady, $"{error.Message} Set TTS_LEXICON to the folder of the lexica and TTS_MODELS to that of the models.");
        }
    }

    private async Task<int> PrintAsync(string spokenText, Reading.Spoken spoken, bool asJson, CancellationToken cancellation)
    {
        var printed = asJson
            ? JsonSerializer.Serialize(PhonemesReport.Of(spokenText, spoken), CliJson.Line.PhonemesReport)
            : spoken.Phonemes;
        await context.Terminal.Output.WriteLineAsync(printed.AsMemory(), cancellation);
        foreach (var note in asJson ? [] : spoken.Notes)
            await context.Terminal.Error.WriteLineAsync($"tts: {note}".AsMemory(), cancellation);
        return ExitCodes.Ok;
    }

    private static SpeechLanguage? Language(string? name) => name switch
    {
        "zh" => SpeechLanguage.Chinese,
        "en" => SpeechLanguage.English,
        _ => null,
    };
}
