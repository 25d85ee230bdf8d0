using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Writes the times of words as the contract has them: whole milliseconds, and places counted in Unicode scalars.</summary>
public static class WordMarks
{
    /// <summary>Marks the words of a text.</summary>
    /// <param name="text">The text as sent, without lone surrogates.</param>
    /// <param name="words">When its words sound, in order.</param>
    public static IReadOnlyList<Mark> Of(string text, IReadOnlyList<WordTime> words)
    {
        var marks = new List<Mark>(words.Count);
        var (units, scalars) = (0, 0);
        foreach (var word in words)
        {
            scalars += Scalars(text.AsSpan(units, word.From - units));
            var from = scalars;
            scalars += Scalars(text.AsSpan(word.From, word.To - word.From));
            units = word.To;
            marks.Add(new Mark(from, scalars, text[word.From..word.To], Milliseconds(word.Start), Milliseconds(word.End)));
        }
        return marks;
    }

    private static int Scalars(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
