using TtsConsumers.Speech.Text.Chinese.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Sandhi;

/// <summary>
/// Of two third tones within a word the first rises: 2-3 (你好). Of three, 2-2-3 when the first two belong together (展览馆), 3-2-3 when the
/// last two do (小老虎). Longer words go in pairs. Across words it is a matter of taste and left alone, save where two characters are as good
/// as a word: a number and what it counts (两本), 小 or 老 and a name (小李).
/// </summary>
internal sealed class ThirdToneSandhi(WordList list)
{
    private const int Low = 3;
    private const int Rising = 2;
    private const string Numerals = "零一二三四五六七八九十百千万亿两幺点";

    /// <summary>Numbers of a third tone that are counted with.</summary>
    private const string Counts = "两几五九";

    /// <summary>What stands before the name of somebody one knows.</summary>
    private const string Familiar = "小老";

    /// <summary>Says the third tones of all words.</summary>
    public void Apply(Sentence sentence)
    {
        foreach (var word in sentence.Words)
        {
            if (word.Length == 3)
            {
                Three(sentence, word);
            }
            else
            {
                Pairs(sentence, word);
            }
        }

        for (var at = 0; at + 1 < sentence.Words.Count; at++)
        {
            Across(sentence, sentence.Words[at], sentence.Words[at + 1]);
        }
    }

    private void Across(Sentence sentence, Word word, Word next)
    {
        var at = next.Start;
        var isBare = word.Length == 1 && word.Run == next.Run && IsLow(sentence, word.Start) && IsLow(sentence, at) && !IsLow(sentence, at + 1);
        if (isBare && IsClose(sentence, word, next))
        {
            sentence.SayTone(word.Start, Rising);
        }
    }

    private bool IsClose(Sentence sentence, Word word, Word next) => sentence.Text[word.Start] is var first && Counts.Contains(first)
        ? MeasureWords.StandsAt(sentence.Text, next.Start)
        : next.Length == 1 && Familiar.Contains(first) && list.PartOfSpeech(sentence[next]) is "nr";

    private static void Pairs(Sentence sentence, Word word)
    {
        for (var at = word.Start; at + 1 < word.End; at += 2)
        {
            if (IsLow(sentence, at) && IsLow(sentence, at + 1))
            {
                sentence.SayTone(at, Rising);
            }
        }
    }

    private void Three(Sentence sentence, Word word)
    {
        var at = word.Start;
        var (first, second, third) = (IsLow(sentence, at), IsLow(sentence, at + 1), IsLow(sentence, at + 2));
        if (second && third)
        {
            sentence.SayTone(at + 1, Rising);
        }

        if (first && second && !(third && IsTailHeavy(sentence[word])))
        {
            sentence.SayTone(at, Rising);
        }
    }

    /// <summary>Whether the last two characters of three are a word, and the first two are none.</summary>
    private bool IsTailHeavy(ReadOnlySpan<char> word) =>
        !list.Contains(word[..2]) && !Numerals.Contains(word[0]) && list.Contains(word[1..]);

    private static bool IsLow(Sentence sentence, int at) => sentence.CitationTone(at) == Low && sentence.Spoken[at][^1] == '3';
}
