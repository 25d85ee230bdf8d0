namespace TtsConsumers.Speech.Text.Chinese.Contexts;

/// <summary>
/// What stands beside a character in its run of Hanzi, as contexts.tsv writes it: <c>[吃拿]不~</c> is behind 吃不 or 拿不.
/// </summary>
/// <remarks>
/// <c>~</c> is the character itself; <c>[吃拿]</c> one of these; <c>[^人]</c> any but these, the end of the run too; <c>$</c> the end of the run,
/// in brackets as well; a mark is itself; <c>*</c> up to 16 characters of the run; <c>?</c> makes the step before it optional; <c>|</c> is where a word starts or ends.
/// </remarks>
internal sealed class ContextPattern
{
    private const char EndOfRun = '\0';

    /// <summary>How far a star reaches, so that the time stays linear in the length of a text.</summary>
    private const int Reach = 16;

    private readonly ContextElement[] _before;
    private readonly ContextElement[] _after;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public ContextPattern(string written)
    {
        var self = written.IndexOf('~', StringComparison.Ordinal);
        if (self < 0 || self != written.LastIndexOf('~'))
        {
            throw new FormatException($"the pattern {written} must have one ~, which stands for the character itself");
        }

        _before = Elements(written, 0, self);
        Array.Reverse(_before);
        _after = Elements(written, self + 1, written.Length);
    }

    /// <summary>Whether the character at an index stands so.</summary>
    public bool Fits(Sentence sentence, int at) =>
        Fits(sentence, at - 1, -1, _before, Reach) && Fits(sentence, at + 1, 1, _after, Reach);

    private static bool Fits(Sentence sentence, int at, int step, ReadOnlySpan<ContextElement> elements, int reach)
    {
        if (elements.IsEmpty)
        {
            return true;
        }

        var element = elements[0];
        var rest = elements[1..];
        var character = sentence.HanziAt(at);
        return element.Kind switch
        {
            ContextElementKind.Border => IsBorder(sentence, at, step) && Fits(sentence, at, step, rest, reach),
            ContextElementKind.Anything => Fits(sentence, at, step, rest, reach)
                || (reach > 0 && character != EndOfRun && Fits(sentence, at + step, step, elements, reach - 1)),
            _ => (element.Takes(CharacterAt(sentence, at), character == EndOfRun) && Fits(sentence, at + step, step, rest, reach))
                || (element.IsOptional && Fits(sentence, at, step, rest, reach)),
        };
    }

    /// <summary>Between the character at an index and the one looked at before it.</summary>
    private static bool IsBorder(Sentence sentence, int at, int step) =>
        sentence.HanziAt(at) == EndOfRun || sentence.HanziAt(at - step) == EndOfRun || sentence.WordAt(at) != sentence.WordAt(at - step);

    private static char CharacterAt(Sentence sentence, int at) => at >= 0 && at < sentence.Text.Length ? sentence.Text[at] : EndOfRun;

    private static ContextElement[] Elements(string written, int from, int to)
    {
        var elements = new List<ContextElement>();
        for (var at = from; at < to; at++)
        {
            var end = written[at] == '[' ? written.IndexOf(']', at, to - at) : at;
            if (end < 0)
            {
                throw new FormatException($"the pattern {written} lacks a ]");
            }

            var isOptional = end + 1 < to && written[end + 1] == '?';
            elements.Add(Element(written[at..(end + 1)], isOptional));
            at = isOptional ? end + 1 : end;
        }

        return [.. elements];
    }

    private static ContextElement Element(string written, bool isOptional) => written switch
    {
        "*" => new ContextElement(ContextElementKind.Anything, string.Empty, isOptional),
        "|" => new ContextElement(ContextElementKind.Border, string.Empty, isOptional),
        ['[', '^', .. var none, ']'] => new ContextElement(ContextElementKind.NoneOf, Ends(none), isOptional),
        ['[', .. var some, ']'] => new ContextElement(ContextElementKind.OneOf, Ends(some), isOptional),
        _ => new ContextElement(ContextElementKind.OneOf, Ends(written), isOptional),
    };

    private static string Ends(string characters) => characters.Replace('$', EndOfRun);
}
