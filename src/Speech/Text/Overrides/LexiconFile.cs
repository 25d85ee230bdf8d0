using System.Security.Cryptography;
using System.Text;

namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>
/// A deployment's lexicon: UTF-8, a word, a tab and its reading a line. Empty lines and lines that begin with # are passed over. The order is free.
/// </summary>
internal static class LexiconFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="reader">Checks its words.</param>
    /// <param name="sha256">What its bytes hash to, lower-case hex.</param>
    /// <exception cref="UserLexiconException">It can't be read, or something in it is wrong.</exception>
    public static UserLexicon Read(string path, OwnWordReader reader, out string sha256)
    {
        var bytes = Bytes(path);
        sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var builder = new LexiconBuilder(reader);
        foreach (var (number, line) in Lines(bytes).Index())
        {
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line))
            {
                Add(builder, $"{path} line {number + 1}", line);
            }
        }

        return builder.Faults.Count == 0 ? builder.Build() : throw new UserLexiconException(builder.Faults);
    }

    private static void Add(LexiconBuilder builder, string where, string line)
    {
        if (line.Split('\t') is [var word, var reading])
        {
            builder.Add(where, word, reading);
        }
        else
        {
            builder.Refuse(where, "a line is a word, one tab and a reading, such as 行长<tab>hang2 zhang3; one that begins with # is passed over");
        }
    }

    private static IEnumerable<string> Lines(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserLexiconException([$"{path} can't be read: {error.Message}"], error);
        }
    }
}
