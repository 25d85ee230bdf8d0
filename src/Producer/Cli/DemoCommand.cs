using System.CommandLine;
using TtsConsumers.Producer.Cli.Speaking;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts demo</c>: a bundled passage to <c>out/demo.wav</c>, with the table.</summary>
internal sealed class DemoCommand : TtsCommand
{
    private const string Passage = "demo.txt";

    private readonly CliContext context;
    private readonly Argument<string?> text = new("text")
    {
        Description = "Another text, a file that holds it, or - for standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly SpeakingOptions options = new();

    public DemoCommand(CliContext context)
        : base(
            "demo",
            "Speaks a bundled Chinese passage, writes out/demo.wav and shows where the time went.",
            "tts demo",
            "tts demo poem.txt --voice zf_xiaoyi --out out/poem.wav")
    {
        this.context = context;
        Arguments.Add(text);
        options.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var source = line.GetValue(text) is { } given
            ? await TextSource.ReadAsync(given, context.Terminal, cancellation)
            : new TextSource(await ReadPassageAsync(cancellation), "demo");
        var order = options.Read(line, source, Path.Combine("out", "demo.wav")) with { ShowTable = true };
        return await new Speaker(context).SpeakAsync(order, cancellation);
    }

    private static async Task<string> ReadPassageAsync(CancellationToken cancellation)
    {
        await using var stream = typeof(DemoCommand).Assembly.GetManifestResourceStream(Passage)
            ?? throw new InvalidOperationException($"the resource {Passage} is not in this program");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
