using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.English;

namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>What decided a reading, in words.</summary>
internal static class SourceNames
{
    private const string Own = "own lexicon";

    /// <summary>The sources of a word's characters, each once.</summary>
    public static string Of(ReadOnlySpan<ReadingSource> sources)
    {
        var names = new List<string>();
        foreach (var source in sources)
        {
            if (Of(source) is var name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return string.Join(" + ", names);
    }

    /// <summary>The source of an English word.</summary>
    public static string Of(WordSource source) => source switch
    {
        WordSource.Extra => "extra list",
        WordSource.Lexicon => "lexicon",
        WordSource.Names => "names list",
        WordSource.Parts => "its parts",
        WordSource.Spelled => "spelled",
        WordSource.Model => "letter model",
        _ => Own,
    };

    private static string Of(ReadingSource source) => source switch
    {
        ReadingSource.Phrase => "phrase table",
        ReadingSource.Model => "polyphone model",
        ReadingSource.Common => "most common",
        ReadingSource.Rule => "rule",
        ReadingSource.Lexicon => Own,
        ReadingSource.Text => "text",
        _ => "fixed citation",
    };
}
