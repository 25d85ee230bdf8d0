using System.Globalization;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The table of a spoken text: a line for each fragment, with where its time went and where its audio is.</summary>
internal static class FragmentTable
{
    private static readonly string[] Roomy =
        ["fragment", "text", "characters", "audio s", "queued ms", "synth ms", "store ms", "real-time factor", "attempt", "where"];
    private static readonly string[] Narrow =
        ["fragment", "chars", "audio s", "queued ms", "synth ms", "store ms", "rt factor", "attempt", "where"];

    /// <summary>Draws it.</summary>
    public static Table Of(SpokenText spoken, Terminal terminal)
    {
        var table = terminal.NewTable(terminal.IsRoomy ? Roomy : Narrow);
        foreach (var column in table.Columns.Skip(terminal.IsRoomy ? 2 : 1).SkipLast(1))
            column.RightAligned().NoWrap();
        foreach (var fragment in spoken.Fragments)
            table.AddRow(Row(fragment, terminal));
        return table;
    }

    private static IEnumerable<Text> Row(SpokenFragment fragment, Terminal terminal)
    {
        var style = fragment.IsDone ? Style.Plain : new Style(Color.Red);
        yield return new Text(Number(fragment.Number), style);
        if (terminal.IsRoomy)
            yield return new Text(fragment.ShortText, style);
        foreach (var cell in Cells(fragment))
            yield return new Text(cell, style);
        yield return terminal.IsInteractive
            ? new Text(fragment.ShortOutcome, new Style(style.Foreground, link: fragment.Result?.Audio?.Uri))
            : new Text(fragment.Outcome);
    }

    private static string[] Cells(SpokenFragment fragment)
    {
        var timing = fragment.Result?.Timing;
        return
        [
            Number(fragment.Characters),
            fragment.AudioSeconds.ToString("0.00", CultureInfo.InvariantCulture),
            Number(timing?.QueuedMs),
            Number(timing?.SynthMs),
            Number(timing?.StoreMs),
            fragment.RealTimeFactor?.ToString("0.000", CultureInfo.InvariantCulture) ?? "",
            Number(fragment.Result?.Attempt),
        ];
    }

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
