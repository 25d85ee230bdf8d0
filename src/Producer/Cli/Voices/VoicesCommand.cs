using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli.Voices;

/// <summary><c>tts voices</c>: who can speak, from the model's manifest alone.</summary>
internal sealed class VoicesCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<string?> language = NewLanguage();
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON array." };

    public VoicesCommand(CliContext context)
        : base(
            "voices",
            "Lists the voices of the model (TTS_MODELS, TTS_MODEL). Needs no broker.",
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

    /// <summary>The voices of the model that is set, of a language.</summary>
    /// <exception cref="ModelFileException">The model's manifest is missing or faulty.</exception>
    /// <exception cref="CommandFailedException">There is none.</exception>
    public static IReadOnlyList<VoiceLine> Find(CliContext context, string? language)
    {
        var settings = context.Settings.Speech;
        var manifest = ModelFolder.Open(settings.Models, settings.Model).Manifest;
        var voices = VoiceLine.Of(manifest, language);
        return voices.Count > 0 ? voices : throw new CommandFailedException(
            ExitCodes.Usage,
            $"{manifest.Name} has no voice for '{language}'; it has {string.Join(", ", manifest.Voices.Select(voice => voice.Language).Distinct())}");
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var voices = Find(context, line.GetValue(language));
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
