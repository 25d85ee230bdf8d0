using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Tests.SpeechTests.Text.Golden;

/// <summary>A line of zh-dev.jsonl. <c>Pinyin</c> and <c>Spoken</c> have one entry a Hanzi of <c>Normalized</c>.</summary>
internal sealed record ChineseLine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("normalized")] string Normalized,
    [property: JsonPropertyName("normalized_alt")] IReadOnlyList<string> OtherwiseNormalized,
    [property: JsonPropertyName("pinyin")] IReadOnlyList<string> Pinyin,
    [property: JsonPropertyName("spoken")] IReadOnlyList<string> Spoken,
    [property: JsonPropertyName("accept")] IReadOnlyDictionary<string, IReadOnlyList<string>> Accept,
    [property: JsonPropertyName("phonemes")] string Phonemes)
{
    public static IReadOnlyList<ChineseLine> All() =>
        [.. File.ReadLines(LoadedFrontEnd.Golden("zh-dev.jsonl")).Select(line => JsonSerializer.Deserialize<ChineseLine>(line)!)];

    /// <summary>Whether a syllable is right: as expected, or among the other readings the line allows there.</summary>
    public bool Allows(int syllable, string expected, string got) =>
        got == expected || (Accept.TryGetValue(syllable.ToString(), out var others) && others.Contains(got));
}
