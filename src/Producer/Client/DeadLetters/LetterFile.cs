using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Letters in a file, one line of JSON each.</summary>
/// <param name="path">Where it is.</param>
public sealed class LetterFile(string path)
{
    private string Whole => Path.GetFullPath(path);

    /// <summary>Writes letters, all or none: beside the place, flushed to the disk, then moved. An older file is never written over.</summary>
    /// <param name="letters">The letters; read to their end.</param>
    /// <param name="cancellation">Ends the writing; then there is no file.</param>
    /// <exception cref="IOException">There is such a file already, or the disk said no.</exception>
    public async Task WriteAsync(IAsyncEnumerable<Letter> letters, CancellationToken cancellation)
    {
        if (File.Exists(Whole))
            throw new IOException($"{path} is there already; give another name");
        Directory.CreateDirectory(Path.GetDirectoryName(Whole)!);
        var partial = $"{Whole}.{Environment.ProcessId}.part";
        try
        {
            await WriteToAsync(partial, letters, cancellation).ConfigureAwait(false);
            File.Move(partial, Whole, overwrite: false);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Reads them back, one by one.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FormatException">A line is not a letter; it is named by its number.</exception>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    public async IAsyncEnumerable<Letter> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(Whole, cancellation).ConfigureAwait(false))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, number);
        }
    }

    private static async Task WriteToAsync(string partial, IAsyncEnumerable<Letter> letters, CancellationToken cancellation)
    {
        var file = File.Create(partial);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var letter in letters.WithCancellation(cancellation).ConfigureAwait(false))
            {
                await JsonSerializer.SerializeAsync(file, LetterLine.Of(letter), LetterJson.Line.LetterLine, cancellation).ConfigureAwait(false);
                await file.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            }
            await file.FlushAsync(cancellation).ConfigureAwait(false);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
    }

    private Letter Parse(string line, int number)
    {
        try
        {
            return (JsonSerializer.Deserialize(line, LetterJson.Line.LetterLine) ?? throw new FormatException("it is null")).ToLetter();
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            throw new FormatException($"{path}: line {number} is not a letter: {error.Message.Split('\n')[0]}", error);
        }
    }
}
