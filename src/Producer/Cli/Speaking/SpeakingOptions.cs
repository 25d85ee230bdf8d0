using System.CommandLine;
using System.CommandLine.Parsing;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The options of the commands that speak.</summary>
internal sealed class SpeakingOptions
{
    private readonly Option<string?> voice = new("--voice") { Description = "A voice of the farm ('tts voices' lists them).", HelpName = "NAME" };
    private readonly Option<double?> speed = new("--speed") { Description = $"{JobLimits.MinSpeed:0.0} to {JobLimits.MaxSpeed:0.0}; 1.0 is the voice's own pace." };
    private readonly Option<string?> language = new("--language") { Description = "The language; the default is by script." };
    private readonly Option<string?> format = new("--format") { Description = "The audio format; other than wav only for a single fragment." };
    private readonly Option<string?> output = new("--out", "-o") { Description = "The file to write.", HelpName = "FILE" };
    private readonly Option<int> pause = new("--pause")
    {
        Description = "Silence between fragments, in milliseconds.",
        HelpName = "MS",
        DefaultValueFactory = _ => (int)WavJoin.UsualPause.TotalMilliseconds,
    };
    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "How long to wait for each fragment's result.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 600,
    };
    private readonly Option<bool> table = new("--table") { Description = "Print a line for each fragment with its times." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        language.AcceptOnlyFromAmong([.. JobLimits.Languages]);
        format.AcceptOnlyFromAmong([.. JobLimits.Formats]);
        speed.Validators.Add(result => Check(result, result.GetValueOrDefault<double?>() is null or (>= JobLimits.MinSpeed and <= JobLimits.MaxSpeed), "0.5 to 2.0"));
        pause.Validators.Add(result => Check(result, result.GetValueOrDefault<int>() is >= 0 and <= 60_000, "0 to 60000"));
        timeout.Validators.Add(result => Check(result, result.GetValueOrDefault<int>() is >= 1 and <= 86_400, "1 to 86400"));
        foreach (var option in (Option[])[voice, speed, language, format, output, pause, timeout, table, json])
            command.Options.Add(option);
    }

    /// <summary>Reads them.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="text">The text to speak.</param>
    /// <param name="fileName">What to write where the line does not say; the extension follows the format.</param>
    public SpeakingOrder Read(ParseResult line, string text, string fileName)
    {
        var pattern = new SpeechJob
        {
            Id = "",
            Text = "",
            Voice = line.GetValue(voice),
            Speed = line.GetValue(speed),
            Language = line.GetValue(language),
            Format = line.GetValue(format),
        };
        return new SpeakingOrder(
            text,
            pattern,
            line.GetValue(output) ?? Path.ChangeExtension(fileName, pattern.Format ?? "wav"),
            TimeSpan.FromMilliseconds(line.GetValue(pause)),
            TimeSpan.FromSeconds(line.GetValue(timeout)),
            line.GetValue(table),
            line.GetValue(json));
    }

    private static void Check(OptionResult result, bool good, string range)
    {
        if (!good)
            result.AddError($"{result.Option.Name} must be {range}");
    }
}
