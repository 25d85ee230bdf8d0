namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Writes traditional characters as simplified ones, which is what the lexica know. Every character stays at its place, so that marks still
/// find it.
/// </summary>
/// <remarks>
/// The table is <c>lexicon/zh/traditional.tsv</c>, made of OpenCC's (Apache-2.0, see the NOTICE beside it). Its longest match counts, so that
/// one character may become several: 乾 is 干 in 乾淨 and stays in 乾隆. Which reading a simplified character then has (髮 and 發 are both 发) is
/// the business of phrases and model, as in simplified text.
/// </remarks>
/// <param name="table">Traditional writing, simplified writing of the same length.</param>
/// <param name="words">Tells verbs.</param>
internal sealed class Simplifier(LexiconTable table, WordList words)
{
    /// <summary>In Taiwan the particle 着 is written so too; elsewhere 著 is only ever to write a book.</summary>
    private const char Author = '著';

    /// <summary>Writes a text in simplified characters.</summary>
    public string Simplify(string text)
    {
        char[]? simple = null;
        var isTraditional = false;
        for (var at = 0; at < text.Length;)
        {
            var length = Longest(text.AsSpan(at), out var simplified);
            if (!simplified.SequenceEqual(text.AsSpan(at, length)))
            {
                isTraditional |= text[at] != Author;
                simple ??= text.ToCharArray();
                simplified.CopyTo(simple.AsSpan(at));
            }

            at += Math.Max(length, 1);
        }

        return simple is null ? text : KeepAuthors(text, simple, isTraditional);
    }

    /// <summary>In a text that is simplified otherwise, 著 by itself is the particle only behind a verb: 看著, but 曹雪芹著.</summary>
    private string KeepAuthors(string text, char[] simple, bool isTraditional)
    {
        for (var at = 0; at < text.Length && !isTraditional; at++)
        {
            if (text[at] == Author && !(at > 0 && words.PartOfSpeech(text.AsSpan(at - 1, 1)) is ['v', ..]))
            {
                simple[at] = Author;
            }
        }

        return new string(simple);
    }

    private int Longest(ReadOnlySpan<char> text, out ReadOnlySpan<char> simplified)
    {
        simplified = default;
        var (longest, line) = (0, 0);
        for (var length = 1; length <= text.Length; length++)
        {
            line = table.LowerBound(text[..length], line);
            if (line == table.Count || !table.Key(line).StartsWith(text[..length], StringComparison.Ordinal))
            {
                break;
            }

            if (table.Key(line).Length == length)
            {
                longest = length;
                simplified = table.Value(line);
            }
        }

        return longest;
    }
}
