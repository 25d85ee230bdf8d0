using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts voices</c>: who can speak, from the model's manifest alone.</summary>
internal sealed class VoicesCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON array." };

    public VoicesCommand(CliContext context)
        : base("voices", "Lists the voices of the model (TTS_MODELS, TTS_MODEL). Needs no broker.", "tts voices", "tts voices --json | jq -r '.[].id'")
    {
        this.context = context;
        Options.Add(json);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var settings = context.Settings.Speech;
        var manifest = ModelFolder.Open(settings.Models, settings.Model).Manifest;
        IReadOnlyList<VoiceLine> voices = [.. manifest.Voices.Select(voice => VoiceLine.Of(voice, manifest))];
        if (line.GetValue(json))
        {
            await context.Terminal.Output.WriteLineAsync(
                JsonSerializer.Serialize(voices, CliJson.Line.IReadOnlyListVoiceLine).AsMemory(), cancellation);
            return ExitCodes.Ok;
        }
        var table = context.Terminal.NewTable("voice", "language", "gender", "default for", "model");
        foreach (var voice in voices)
            table.AddRow(voice.Id, voice.Language, voice.Gender, string.Join(' ', voice.DefaultFor), voice.Model);
        context.Terminal.Screen.Write(table);
        return ExitCodes.Ok;
    }
}
