using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.Cleaning;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text;

/// <summary>The stages before the languages part: clean, simplify, settle readings in braces, take out words with a sound of their own, cut into passages.</summary>
internal sealed class TextPreparer(TextCleaner cleaner, Simplifier simplifier, InlineReadings readings)
{
    /// <summary>Prepares a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The main language; null decides by script.</param>
    /// <param name="lexicon">Words with readings of somebody's own.</param>
    public PreparedText Prepare(string text, SpeechLanguage? language, UserLexicon lexicon)
    {
        var leftOut = new LeftOut();
        var notes = new List<string>();
        var cleaned = cleaner.Clean(text, leftOut);
        var simplified = readings.Settle(cleaned.Rewritten(simplifier.Simplify(cleaned.Text)), notes);
        var main = language ?? PassageSplitter.MainLanguage(cleaned.Text);
        var sounds = new FixedSounds();
        var passages = PassageSplitter.Split(sounds.Hold(simplified, lexicon), main);
        if (leftOut.Any)
        {
            notes.Insert(0, $"left out, because it can't be spoken: {leftOut}");
        }

        return new PreparedText(cleaned.Text, simplified.Text, main, passages, new TextOverrides(lexicon, sounds), notes);
    }
}
