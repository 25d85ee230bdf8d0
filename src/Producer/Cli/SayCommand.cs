using System.CommandLine;
using TtsConsumers.Producer.Cli.Speaking;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts say</c>: one text to one audio file.</summary>
internal sealed class SayCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Argument<string> text = new("text") { Description = "The text, a file that holds it, or - for standard input." };
    private readonly SpeakingOptions options = new();

    public SayCommand(CliContext context)
        : base(
            "say",
            "Speaks a text or a whole book to a file. It is cut into fragments, spoken by all hosts at once and joined in order; ended in the middle, "
            + "the same command goes on where it was. A file also gets subtitles, .srt and .vtt. Exits with 4 where fragments are missing.",
            "tts say \"银行行长在会议上强调，要重视客户的长期利益。\"",
            "tts say book.txt --out book.wav",
            "tts say chapter1.txt --voice zm_yunxi --speed 1.1 --out chapter1.opus --loudness -16 --table",
            "echo \"Good morning\" | tts say - --json | jq .out")
    {
        this.context = context;
        Arguments.Add(text);
        options.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var source = await TextSource.ReadAsync(line.GetRequiredValue(text), context.Terminal, cancellation);
        return await new Speaker(context).SpeakAsync(options.Read(line, source, source.Name), cancellation);
    }
}
