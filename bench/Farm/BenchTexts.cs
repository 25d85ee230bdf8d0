using System.Text;
using System.Text.Json;

namespace TtsConsumers.Bench.Farm;

/// <summary>Chinese sentences as upstream services send them, with numbers, names and a little English: those the front end is developed with.</summary>
internal static class BenchTexts
{
    /// <summary>About 150 sentences of 5 to 60 characters.</summary>
    public static IReadOnlyList<string> Sentences { get; } = Read();

    /// <summary>The same, end to end, cut every so many characters.</summary>
    public static IReadOnlyList<string> Fragments(int characters)
    {
        var all = string.Concat(Sentences).EnumerateRunes().ToList();
        return [.. all.Chunk(characters).Where(chunk => chunk.Length == characters).Select(chunk => string.Concat(chunk))];
    }

    /// <summary>Sentences of mixed lengths, drawn by a seed.</summary>
    public static IReadOnlyList<string> Mixed(int seed, int count, int fewest, int most)
    {
        var fitting = Sentences.Where(text => text.EnumerateRunes().Count() >= fewest && text.EnumerateRunes().Count() <= most).ToArray();
        return new Random(seed).GetItems(fitting, count);
    }

    private static List<string> Read()
    {
        using var stream = typeof(BenchTexts).Assembly.GetManifestResourceStream("zh.jsonl")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        List<string> texts = [];
        while (reader.ReadLine() is { } line)
            texts.Add(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
        return texts;
    }
}
