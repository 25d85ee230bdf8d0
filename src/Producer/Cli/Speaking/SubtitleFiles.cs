using System.Text;
using TtsConsumers.Producer.Client.Subtitles;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Writes the subtitles of a spoken text beside its sound: <c>.srt</c> and <c>.vtt</c>, what can be read while it is heard.</summary>
internal static class SubtitleFiles
{
    /// <summary>Writes both.</summary>
    /// <param name="sound">The sound's path.</param>
    /// <param name="cues">In the order of their times; read once for each file.</param>
    /// <returns>The files' absolute paths.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(string sound, IEnumerable<Cue> cues)
    {
        var stem = Path.GetFullPath(sound);
        var (srt, vtt) = (Path.ChangeExtension(stem, "srt"), Path.ChangeExtension(stem, "vtt"));
        await WriteAsync(srt, SubtitleWriter.Srt, cues);
        await WriteAsync(vtt, SubtitleWriter.Vtt, cues);
        return [srt, vtt];
    }

    private static async Task WriteAsync(string path, Func<TextWriter, SubtitleWriter> open, IEnumerable<Cue> cues)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var writer = open(file);
        foreach (var cue in cues)
            await writer.WriteAsync(cue);
    }
}
