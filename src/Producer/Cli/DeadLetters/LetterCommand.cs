using System.CommandLine;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>A command about letters: says which are meant, and prints for people or for machines.</summary>
internal abstract class LetterCommand : TtsCommand
{
    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    /// <summary>Names the command.</summary>
    /// <param name="context">Settings and terminal.</param>
    /// <param name="place">Whose letters.</param>
    /// <param name="name">As typed.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="examples">Whole command lines.</param>
    protected LetterCommand(CliContext context, LetterPlace place, string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        Context = context;
        Place = place;
        Letters.AddTo(this, place.IsOfJobs);
        Options.Add(json);
    }

    /// <summary>Settings and terminal.</summary>
    protected CliContext Context { get; }

    /// <summary>Whose letters.</summary>
    protected LetterPlace Place { get; }

    /// <summary>Which letters.</summary>
    protected LetterOptions Letters { get; } = new();

    /// <summary>Whether JSON is asked for.</summary>
    protected bool IsJson(ParseResult line) => line.GetValue(json);

    /// <summary>Reads the letters that are meant; all of them go back.</summary>
    protected async IAsyncEnumerable<Letter> LookAsync(ParseResult line, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Letters.Filter(line);
        var now = Context.Surroundings.Time.GetUtcNow();
        await using var letters = await Place.OpenAsync(Context, cancellation);
        await foreach (var held in letters.ReadAsync(letter => filter.Matches(letter, now), Letters.Max(line), cancellation))
            yield return held.Letter;
    }

    /// <summary>Prints a line.</summary>
    protected Task WriteLineAsync(string text) => Context.Terminal.Output.WriteLineAsync(text);
}
