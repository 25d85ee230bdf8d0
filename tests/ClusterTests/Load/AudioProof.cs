using System.Security.Cryptography;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>Whether the audio that results name is there and is what they say.</summary>
internal static class AudioProof
{
    /// <summary>Every way in which an answered id breaks it: no <c>done</c> as its last word, no such file, another hash, or two different sounds.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<LedgerEntry> entries, CancellationToken cancellation)
    {
        List<string> faults = [];
        foreach (var entry in entries)
        {
            if (entry.LastWord is { } word && await FaultOfAsync(entry, word, cancellation) is { } fault)
                faults.Add($"{entry.Id}: {fault}");
        }
        return faults;
    }

    private static async Task<string?> FaultOfAsync(LedgerEntry entry, SpeechResult word, CancellationToken cancellation)
    {
        if (word.Audio is not { } audio)
            return $"its last word is {word.Error?.Code}: {word.Error?.Message}";
        if (entry.Answers.Any(answer => answer.Audio is { } other && other != audio))
            return "two results name different sounds";
        var file = new Uri(audio.Uri).LocalPath;
        if (!File.Exists(file))
            return $"{file} is not there";
        await using var sound = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(sound, cancellation)) == audio.Sha256 ? null : $"{file} has another hash";
    }
}
