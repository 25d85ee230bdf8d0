namespace TtsConsumers.Speech.Text;

/// <summary>What became of a text: it can be spoken, or it can't. There are no other cases.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>The text can be spoken, all of it or all but what the notes name.</summary>
    /// <param name="Phonemes">
    /// Kokoro v1.0 phonemes, without the boundary zeros and of any length. One character is one symbol of
    /// <c>lexicon/kokoro-v1.0-vocab.json</c>; there is no character outside it. Words are parted by one blank.
    /// </param>
    /// <param name="Language">The main language of the text; decides the default voice.</param>
    /// <param name="Notes">What could not be spoken and was left out, one sentence each. Empty when everything is spoken.</param>
    /// <param name="Words">Which phonemes are which word of the text as sent, in order; no two words overlap.</param>
    public sealed record Spoken(string Phonemes, SpeechLanguage Language, IReadOnlyList<string> Notes, IReadOnlyList<WordSpan> Words) : Reading;

    /// <summary>Nothing in the text can be spoken.</summary>
    /// <param name="Message">A sentence that names the characters, e.g. <c>nothing in the text can be spoken: 😀 (U+1F600)</c>.</param>
    public sealed record Unspeakable(string Message) : Reading;
}
