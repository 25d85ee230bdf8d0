using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli.Voices;

/// <summary><c>tts voices</c>: who can speak, from the models' descriptions alone.</summary>
internal sealed class VoicesCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<string?> language = NewLanguage();
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON array." };

    public VoicesCommand(CliContext context)
        : base(
            "voices",
            "Lists the voices of all models in TTS_MODELS, those of TTS_MODEL first. Needs no broker.",
            "tts voices",
            "tts voices --language zh",
            "tts voices --json | jq -r '.[].id'",
            "tts voices say-all \"你好，世界。\"")
    {
        this.context = context;
        Options.Add(language);
        Options.Add(json);
        Subcommands.Add(new SayAllCommand(context));
    }

    /// <summary><c>--language</c>: whose voices.</summary>
    public static Option<string?> NewLanguage() => new("--language")
    {
        Description = "Only voices of this language: zh, en, or a variety such as en-gb.",
        HelpName = "LANGUAGE",
    };

    /// <summary>The voices of all models, of a language. Models that can't be offered are named on standard error.</summary>
    /// <exception cref="ModelFileException">The preferred model's manifest is missing or faulty.</exception>
    /// <exception cref="CommandFailedException">There is none.</exception>
    public static async Task<IReadOnlyList<VoiceLine>> FindAsync(CliContext context, string? language)
    {
        var settings = context.Settings.Speech;
        var shelf = ModelShelf.Open(settings.Models, settings.Model);
        foreach (var (model, fault) in shelf.Faults)
            await context.Terminal.Error.WriteLineAsync($"tts: {model} is not offered: {fault}");
        var voices = VoiceLine.Of(shelf, language);
        return voices.Count > 0 ? voices : throw new CommandFailedException(
            ExitCodes.Usage,
            $"there is no voice for '{language}'; there are voices for {string.Join(", ", shelf.Voices.Select(one => one.Voice.Language).Distinct())}");
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var voices = await FindAsync(context, line.GetValue(language));
        if (line.GetValue(json))
        {
            await context.Terminal.Output.WriteLineAsync(
                JsonSerializer.Serialize(voices, CliJson.Line.IReadOnlyListVoiceLine).AsMemory(), cancellation);
            return ExitCodes.Ok;
        }
        var table = context.Terminal.NewTable("voice", "language", "gender", "default for", "family", "rate", "licence", "model");
        foreach (var voice in voices)
        {
            table.AddRow(
                voice.Id, voice.Language, voice.Gender, string.Join(' ', voice.DefaultFor),
                voice.Family, voice.SampleRate.ToString(CultureInfo.InvariantCulture), voice.License, voice.Model);
        }
        context.Terminal.Screen.Write(table);
        return ExitCodes.Ok;
    }
}
