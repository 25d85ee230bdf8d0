using System.CommandLine;
using TtsConsumers.Producer.Cli.Speaking;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Voices;

/// <summary><c>tts voices say-all</c>: one text by every voice, a file each, to choose by ear.</summary>
internal sealed class SayAllCommand : TtsCommand
{
    /// <summary>How long to wait for the result of a fragment.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly CliContext context;
    private readonly Argument<string> text = new("text") { Description = "The text, a file that holds it, or - for standard input." };
    private readonly Option<string?> language = VoicesCommand.NewLanguage();
    private readonly Option<string> folder = new("--folder")
    {
        Description = "Where the files go, one named after each voice.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Path.Combine("out", "voices"),
    };
    private readonly Option<double?> speed = RangeOption.Of(
        "--speed", JobLimits.MinSpeed, JobLimits.MaxSpeed, "0.5 to 2; 1 is the voice's own pace.");

    public SayAllCommand(CliContext context)
        : base(
            "say-all",
            "Speaks a text with every voice through the farm, one file a voice; goes on after a voice that fails.",
            "tts voices say-all \"你好，世界。\"",
            "tts voices say-all poem.txt --language zh --folder out/poem --speed 0.9")
    {
        this.context = context;
        Arguments.Add(text);
        Options.Add(language);
        Options.Add(folder);
        Options.Add(speed);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var source = await TextSource.ReadAsync(line.GetRequiredValue(text), context.Terminal, cancellation);
        var speaker = new Speaker(context);
        var worst = ExitCodes.Ok;
        foreach (var voice in await VoicesCommand.FindAsync(context, line.GetValue(language)))
        {
            if (CanSpeak(voice, source.Text))
                worst = Math.Max(worst, await speaker.SpeakAsync(Order(line, source.Text, voice.Id), cancellation));
            else
                await context.Terminal.Error.WriteLineAsync($"tts: {voice.Id} is left out: it speaks {voice.Language}, of which there is nothing in the text");
        }
        return worst;
    }

    /// <summary>A Piper voice speaks one language. Other texts it would only refuse; here nothing but Chinese can be told from all others.</summary>
    private static bool CanSpeak(VoiceLine voice, string text) =>
        voice.Family != "piper" || voice.Language.Split('-')[0] is "zh" or "ja" || !text.Where(char.IsLetterOrDigit).All(Marks.IsHan);

    private SpeakingOrder Order(ParseResult line, string spoken, string voice) => new(
        spoken,
        new SpeechJob { Id = "", Text = "", Voice = voice, Speed = line.GetValue(speed) },
        Path.Combine(line.GetRequiredValue(folder), $"{FileName(voice)}.wav"),
        Pauses.Usual,
        Patience,
        ShowTable: false,
        Json: false);

    /// <summary>A speaker of a Piper voice may have any name: what no file name on any system may hold becomes a hyphen.</summary>
    private static string FileName(string voice) => string.Concat(voice.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter) ? '-' : letter));
}
