using System.Security.Cryptography;

namespace TtsConsumers.Speech.Voices;

/// <summary>Proves that a file is the one its manifest means, by SHA-256.</summary>
internal static class FileProof
{
    private const int Block = 1 << 20;
    private const string Advice = "Restore it from its source (for the shipped models: git checkout), or correct model.json.";

    /// <summary>Reads a whole file and proves it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The hash it must have, hexadecimal.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="ModelFileException">It is missing, unreadable or another file.</exception>
    public static byte[] Read(string path, string sha256) => Reading(path, () =>
    {
        var bytes = File.ReadAllBytes(path);
        Compare(path, sha256, SHA256.HashData(bytes), bytes.Length);
        return bytes;
    });

    /// <summary>Proves a large file without keeping it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The hash it must have, hexadecimal.</param>
    /// <exception cref="ModelFileException">It is missing, unreadable or another file.</exception>
    public static void Check(string path, string sha256) => Reading(path, () =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
        Compare(path, sha256, SHA256.HashData(file), file.Length);
        return file.Length;
    });

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{path} can't be read: {e.Message} {Advice}", e);
        }
    }

    private static void Compare(string path, string expected, byte[] hash, long length)
    {
        var seen = Convert.ToHexStringLower(hash);
        if (!seen.Equals(expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelFileException(
                $"{path} is not the file that model.json means: SHA-256 {expected} expected, {seen} seen in {length:N0} bytes. {Advice}");
        }
    }
}
