namespace TtsConsumers.Speech.Text.Chinese.Sandhi;

/// <summary>不 rises before a fourth tone: bu2 qu4 (不去), but bu4 lai2 (不来).</summary>
internal static class BuSandhi
{
    /// <summary>Says every 不 of a sentence.</summary>
    public static void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.HanziAt(at) == '不' && sentence.Citation[at] == "bu4" && sentence.CitationTone(at + 1) == 4)
            {
                sentence.SayTone(at, 2);
            }
        }
    }
}
