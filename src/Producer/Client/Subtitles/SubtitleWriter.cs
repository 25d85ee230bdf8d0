using System.Globalization;

namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>Writes subtitles, cue by cue, as SubRip (<c>.srt</c>) or as WebVTT (<c>.vtt</c>), in UTF-8 with the line ends each of them is used to.</summary>
public sealed class SubtitleWriter
{
    private readonly TextWriter output;
    private readonly bool isVtt;
    private int written;

    private SubtitleWriter(TextWriter output, bool isVtt) => (this.output, this.isVtt) = (output, isVtt);

    /// <summary>SubRip: numbered cues, a comma before the milliseconds.</summary>
    public static SubtitleWriter Srt(TextWriter output)
    {
        output.NewLine = "\r\n";
        return new SubtitleWriter(output, isVtt: false);
    }

    /// <summary>WebVTT (W3C): a header, a point before the milliseconds, and <c>&amp; &lt; &gt;</c> escaped.</summary>
    public static SubtitleWriter Vtt(TextWriter output)
    {
        output.NewLine = "\n";
        output.WriteLine("WEBVTT");
        output.WriteLine();
        return new SubtitleWriter(output, isVtt: true);
    }

    /// <summary>Writes a cue. Cues come in the order of their times.</summary>
    public async Task WriteAsync(Cue cue)
    {
        written++;
        await output.WriteLineAsync(written.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        await output.WriteLineAsync($"{Time(cue.From)} --> {Time(cue.To)}").ConfigureAwait(false);
        await output.WriteLineAsync((isVtt ? Escape(cue.Text) : cue.Text).Replace("\n", output.NewLine, StringComparison.Ordinal)).ConfigureAwait(false);
        await output.WriteLineAsync().ConfigureAwait(false);
    }

    private string Time(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{(isVtt ? '.' : ',')}{time.Milliseconds:000}");

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
