namespace TtsConsumers.Speech.Text.Chinese.Sandhi;

/// <summary>
/// Turns cited tones into spoken ones: first 不, then 一, then third tones. Each rule looks at the cited tones, so that none sees
/// another's work.
/// </summary>
internal sealed class ToneSandhi(LexiconTable hanzi, WordList words)
{
    private readonly ThirdToneSandhi _thirdTone = new(words);
    private readonly YiSandhi _yi = new(hanzi);

    /// <summary>Fills in <see cref="Sentence.Spoken"/>.</summary>
    public void Apply(Sentence sentence)
    {
        sentence.BeginSandhi();
        BuSandhi.Apply(sentence);
        _yi.Apply(sentence);
        _thirdTone.Apply(sentence);
    }
}
