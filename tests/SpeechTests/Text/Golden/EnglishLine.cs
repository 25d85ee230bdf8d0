using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Tests.SpeechTests.Text.Golden;

/// <summary>A line of en-dev.jsonl. <c>Invented</c> names words that no lexicon has.</summary>
internal sealed record EnglishLine(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("normalized")] string Normalized,
    [property: JsonPropertyName("phonemes")] string Phonemes,
    [property: JsonPropertyName("oov")] IReadOnlyList<string>? Invented)
{
    private static readonly char[] Marks = [.. ".,!?;:“”—…()"];

    public static IReadOnlyList<EnglishLine> All() =>
        [.. File.ReadLines(LoadedFrontEnd.Golden("en-dev.jsonl")).Select(line => JsonSerializer.Deserialize<EnglishLine>(line)!)];

    /// <summary>Words at blanks, without marks.</summary>
    public static string[] Words(string text) => [.. text.Split(' ').Select(word => word.Trim(Marks)).Where(word => word.Length > 0)];
}
