using System.CommandLine;
using System.Text.Json;
using TtsConsumers.Producer.Cli.Speaking;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Producer.Cli.Phonemes;

/// <summary><c>tts phonemes</c>: how the farm would read a text, and why.</summary>
internal sealed class PhonemesCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Argument<string> text = new("text") { Description = "The text, a file that holds it, or - for standard input." };
    private readonly Option<string?> language = new("--language") { Description = "The main language; the default, auto, is by script." };
    private readonly Option<bool> explain = new("--explain") { Description = "Show what each stage makes of the text, and what decided each reading." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object; with -, one for each line of standard input." };
    private readonly Option<string?> lexicon = new("--lexicon")
    {
        Description = "A lexicon of your own, word<tab>reading a line; TTS_USER_LEXICON if not given.",
        HelpName = "FILE",
    };

    public PhonemesCommand(CliContext context)
        : base(
            "phonemes",
            "Shows the phonemes a text is read as (TTS_LEXICON, TTS_MODELS). Needs no broker. Exits with 1 where nothing of a text can be spoken.",
            "tts phonemes \"银行行长\"",
            "tts phonemes \"他在2026年11月22日8:30到银行。\" --explain",
            "tts phonemes \"行长{hang2 zhang3}长大了\" --explain",
            "tts phonemes \"GPT-4 costs 20 dollars\" --language en --json",
            "tts phonemes - --json < texts.txt | jq -r '[.text, .phonemes] | @tsv'",
            "tts phonemes \"曾行长\" --lexicon words.tsv")
    {
        this.context = context;
        Arguments.Add(text);
        language.AcceptOnlyFromAmong("zh", "en", "auto");
        foreach (var option in (Option[])[language, explain, json, lexicon])
            Options.Add(option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        using var frontEnd = Load(line.GetValue(lexicon));
        return line.GetValue(json) && line.GetRequiredValue(text) == "-"
            ? await ReportLinesAsync(line, frontEnd, cancellation)
            : await ShowAsync(line, frontEnd, cancellation);
    }

    private FrontEnd Load(string? ownWords)
    {
        var settings = context.Settings.Speech;
        try
        {
            return FrontEnd.Load(settings.Lexicon, settings.Models, ownWords ?? settings.UserLexicon);
        }
        catch (UserLexiconException error)
        {
            throw new CommandFailedException(ExitCodes.Usage, string.Join("\ntts: ", error.Faults));
        }
        catch (IOException error)
        {
            throw new CommandFailedException(
                ExitCodes.NotReady, $"{error.Message} Set TTS_LEXICON to the folder of the lexica and TTS_MODELS to that of the models.");
        }
    }

    private async Task<int> ReportLinesAsync(ParseResult line, FrontEnd frontEnd, CancellationToken cancellation)
    {
        await foreach (var read in InputLines.ReadAsync(context.Terminal.Input, cancellation))
            await ReportAsync(read, Explain(line, frontEnd, read), line.GetValue(explain), cancellation);
        return ExitCodes.Ok;
    }

    private async Task<int> ShowAsync(ParseResult line, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var source = await TextSource.ReadAsync(line.GetRequiredValue(text), context.Terminal, cancellation);
        var explanation = Explain(line, frontEnd, source.Text);
        if (explanation.Reading is Reading.Unspeakable unspeakable)
            throw new CommandFailedException(ExitCodes.Failed, unspeakable.Message);
        if (line.GetValue(json))
            await ReportAsync(source.Text, explanation, line.GetValue(explain), cancellation);
        else if (line.GetValue(explain))
            new ExplanationView(context.Terminal).Show(explanation);
        else
            await PrintAsync((Reading.Spoken)explanation.Reading, cancellation);
        return ExitCodes.Ok;
    }

    private Explanation Explain(ParseResult line, FrontEnd frontEnd, string read) => frontEnd.Explain(read, line.GetValue(language) switch
    {
        "zh" => SpeechLanguage.Chinese,
        "en" => SpeechLanguage.English,
        _ => null,
    });

    private async Task ReportAsync(string read, Explanation explanation, bool full, CancellationToken cancellation) =>
        await context.Terminal.Output.WriteLineAsync(
            JsonSerializer.Serialize(PhonemesReport.Of(read, explanation, full), CliJson.Line.PhonemesReport).AsMemory(), cancellation);

    private async Task PrintAsync(Reading.Spoken spoken, CancellationToken cancellation)
    {
        await context.Terminal.Output.WriteLineAsync(spoken.Phonemes.AsMemory(), cancellation);
        foreach (var note in spoken.Notes)
            await context.Terminal.Error.WriteLineAsync($"tts: {note}".AsMemory(), cancellation);
    }
}
