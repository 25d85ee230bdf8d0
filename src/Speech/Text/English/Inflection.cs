using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.English;

/// <summary>The endings -s, -ed and -ing: which stems a word may have, and how an ending sounds behind a stem.</summary>
internal static partial class Inflection
{
    /// <summary>The stems a word in -s may have, best first.</summary>
    public static IEnumerable<string> StemsOfS(string word)
    {
        if (word.Length >= 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        {
            yield return word[..^1];
        }

        var isEs = word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) && !word.EndsWith("ies", StringComparison.Ordinal);
        if (word.Length >= 3 && (isEs || word.EndsWith("'s", StringComparison.Ordinal)))
        {
            yield return word[..^2];
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
    }

    /// <summary>The stems a word in -ed may have, best first.</summary>
    public static IEnumerable<string> StemsOfEd(string word)
    {
        if (word.Length >= 4 && word.EndsWith('d') && !word.EndsWith("dd", StringComparison.Ordinal))
        {
            yield return word[..^1];
        }

        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal))
        {
            yield return word[..^2];
        }
    }

    /// <summary>The stems a word in -ing may have, best first.</summary>
    public static IEnumerable<string> StemsOfIng(string word)
    {
        if (word.Length < 5 || !word.EndsWith("ing", StringComparison.Ordinal))
        {
            yield break;
        }

        if (word.Length > 5)
        {
            yield return word[..^3];
        }

        yield return word[..^3] + "e";
        if (word.Length > 5 && Doubled().IsMatch(word))
        {
            yield return word[..^4];
        }
    }

    /// <summary>cats, boxes, dogs.</summary>
    public static string AddS(string stem) => stem[^1] switch
    {
        'p' or 't' or 'k' or 'f' or 'θ' => stem + "s",
        's' or 'z' or 'ʃ' or 'ʒ' or 'ʧ' or 'ʤ' => stem + "ᵻz",
        _ => stem + "z",
    };

    /// <summary>baked, needed, waited, lived.</summary>
    public static string AddEd(string stem) => stem[^1] switch
    {
        'p' or 'k' or 'f' or 'θ' or 'ʃ' or 's' or 'ʧ' => stem + "t",
        'd' => stem + "ᵻd",
        't' => Flapped(stem) + "ᵻd",
        _ => stem + "d",
    };

    /// <summary>baking, waiting. A stem without any stress gets some.</summary>
    public static string AddIng(string stem) => Flapped(Stress.EnsureAny(stem)) + "ɪŋ";

    private static string Flapped(string stem) =>
        stem.Length > 1 && stem[^1] == 't' && Sounds.BeforeFlap.Contains(stem[^2]) ? stem[..^1] + "ɾ" : stem;

    [GeneratedRegex(@"([bcdgklmnprstvxz])\1ing$|cking$")]
    private static partial Regex Doubled();
}
