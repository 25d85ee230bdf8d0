using Spectre.Console;

namespace TtsConsumers.Producer.Cli;

/// <summary>
/// Where a command reads and writes. On a terminal: colour, bars and tables. In a pipe: plain lines, none broken and none coloured. What a
/// machine may read goes to standard output, everything said on the way to standard error.
/// </summary>
internal sealed class Terminal
{
    private const int PipeWidth = 400;
    private const int RoomyWidth = 120;

    /// <summary>A terminal over given streams.</summary>
    /// <param name="input">Standard input.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="isInteractive">Whether output is a terminal that can move its cursor.</param>
    public Terminal(TextReader input, TextWriter output, TextWriter error, bool isInteractive)
    {
        Input = input;
        Output = output;
        Error = error;
        IsInteractive = isInteractive;
        Screen = Open(output, isInteractive);
    }

    /// <summary>Standard input.</summary>
    public TextReader Input { get; }

    /// <summary>Standard output, as it is.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error, as it is.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether somebody looks on.</summary>
    public bool IsInteractive { get; }

    /// <summary>Standard output with colour, bars and tables where they show.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>Whether there is room for what is good to see but not needed.</summary>
    public bool IsRoomy => Screen.Profile.Width >= RoomyWidth;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() =>
        new(Console.In, Console.Out, Console.Error, isInteractive: !Console.IsOutputRedirected);

    /// <summary>A table for this terminal: columns aligned by spaces, their names in bold where that shows.</summary>
    public Table NewTable(params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { NoWrap = !IsInteractive });
        return table;
    }

    // NO_COLOR (no-color.org) is looked at by Spectre.Console where colour is left to its detection.
    private static IAnsiConsole Open(TextWriter output, bool isInteractive)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isInteractive)
            screen.Profile.Width = PipeWidth;
        return screen;
    }
}
