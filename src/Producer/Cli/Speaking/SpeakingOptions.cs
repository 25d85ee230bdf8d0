using System.CommandLine;
using System.Globalization;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Loudness;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The options of the commands that speak.</summary>
internal sealed class SpeakingOptions
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);

    private readonly Option<string?> voice = new("--voice")
    {
        Description = "A voice of the farm ('tts voices' lists them).",
        HelpName = "NAME",
    };
    private readonly Option<double?> speed = RangeOption.Of(
        "--speed", JobLimits.MinSpeed, JobLimits.MaxSpeed, "0.5 to 2; 1 is the voice's own pace.");
    private readonly Option<string?> language = new("--language") { Description = "The language; the default is by script." };
    private readonly Option<string?> format = new("--format")
    {
        Description = "The audio format; if not given, --out tells it by its ending, and else it is wav.",
    };
    private readonly Option<int?> rate = new("--rate")
    {
        Description = "Samples per second; if not given, the voice's own.",
        HelpName = "HZ",
    };
    private readonly Option<double?> loudness = RangeOption.Of(
        "--loudness", -40.0, -9.0, "Bring the whole to a loudness in LUFS, such as -16; peaks stay below -1 dBTP.", "LUFS");
    private readonly Option<string?> output = new("--out", "-o") { Description = "The file to write.", HelpName = "FILE" };
    private readonly PauseOptions pauses = new();
    private readonly Option<bool?> subtitles = new("--subtitles")
    {
        Description = "Write .srt and .vtt beside the sound; if not given, they are written for the text of a file.",
        HelpName = "true|false",
    };
    private readonly Option<int?> timeout = RangeOption.Of(
        "--timeout", 1, 86_400, $"How long to wait for each fragment's result; {UsualTimeout.TotalSeconds} if not given.", "SECONDS");
    private readonly Option<bool> table = new("--table") { Description = "Print a line for each fragment with its times." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        language.AcceptOnlyFromAmong([.. JobLimits.Languages]);
        format.AcceptOnlyFromAmong([.. JobLimits.Formats]);
        rate.AcceptOnlyFromAmong([.. JobLimits.SampleRates.Select(rate => rate.ToString(CultureInfo.InvariantCulture))]);
        foreach (var option in (Option[])[voice, speed, language, format, rate, loudness, output, .. pauses.All, subtitles, timeout, table, json])
            command.Options.Add(option);
    }

    /// <summary>Reads them.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="source">The text to speak.</param>
    /// <param name="fileName">What to write where the line does not say; the extension follows the format.</param>
    public SpeakingOrder Read(ParseResult line, TextSource source, string fileName)
    {
        var pattern = new SpeechJob
        {
            Id = "",
            Text = "",
            Voice = line.GetValue(voice),
            Speed = line.GetValue(speed),
            Language = line.GetValue(language),
            Format = line.GetValue(format) ?? FormatOf(line.GetValue(output)),
            SampleRate = line.GetValue(rate),
        };
        return new SpeakingOrder(
            source.Text,
            pattern,
            line.GetValue(output) ?? Path.ChangeExtension(fileName, pattern.Format ?? "wav"),
            pauses.Read(line),
            line.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualTimeout,
            line.GetValue(table),
            line.GetValue(json))
        {
            Loudness = line.GetValue(loudness) is { } lufs ? new LoudnessTarget(lufs) : null,
            Subtitles = line.GetValue(subtitles) ?? source.IsFile,
        };
    }

    private static string? FormatOf(string? output) => Path.GetExtension(output ?? "").TrimStart('.').ToLowerInvariant() switch
    {
        "" => null,
        "ogg" => "opus",
        var ending => AudioEncoders.All.FirstOrDefault(encoder => encoder.Extension == ending)?.Format
            ?? throw new CommandFailedException(
                ExitCodes.Usage,
                $"no format has the ending .{ending}; there are {string.Join(", ", AudioEncoders.All.Select(encoder => $".{encoder.Extension}"))}, "
                + "and --format takes any name"),
    };
}
