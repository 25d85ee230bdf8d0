namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>What nobody knows of a Piper voice before its graph is loaded: its config does not say it.</summary>
internal sealed class PiperTraits
{
    private volatile bool _timesWords = true;

    /// <summary>
    /// Whether the graph tells how long each id sounds; taken for granted until it is loaded. Where it does not, nobody needs to know which
    /// phonemes are which word.
    /// </summary>
    public bool TimesWords
    {
        get => _timesWords;
        set => _timesWords = value;
    }
}
