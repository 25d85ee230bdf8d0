using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.English;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>Takes passages through the same stages as a reading, and keeps what each stage made of them.</summary>
internal sealed class Explainer(ChineseReader chinese, EnglishReader english)
{
    /// <summary>Explains a passage.</summary>
    public ExplainedPassage Explain(Passage passage, TextOverrides overrides)
    {
        var text = overrides.Sounds.Restore(passage.Text.Text);
        return passage.Language == SpeechLanguage.Chinese ? Chinese(passage, text, overrides) : English(passage, text, overrides.Sounds);
    }

    private ExplainedPassage Chinese(Passage passage, string text, TextOverrides overrides)
    {
        var sentence = chinese.Analyse(chinese.Normalize(passage.Text), overrides);
        var words = chinese.Parts(sentence, overrides).Where(part => part.IsWord).Select(part => WordOf(sentence, part));
        return new ExplainedPassage(passage.Language, text, overrides.Sounds.Restore(sentence.Text), [.. words]);
    }

    private static ExplainedWord WordOf(Sentence sentence, SpokenPart part)
    {
        if (part.Hanzi < 0)
        {
            return new ExplainedWord(part.Text, [], [], part.Phonemes, SourceNames.Of(part.Source), part.Place.From, part.Place.To);
        }

        var word = part.Hanzi..(part.Hanzi + part.Text.Length);
        return new ExplainedWord(
            part.Text, sentence.Citation[word], sentence.Spoken[word], part.Phonemes, SourceNames.Of(sentence.Sources.AsSpan(word)), part.Place.From,
            part.Place.To);
    }

    private ExplainedPassage English(Passage passage, string text, FixedSounds sounds)
    {
        var normalized = english.Normalize(passage.Text);
        var sentence = english.Analyse(normalized, sounds);
        var words = sentence.Tokens.Zip(sentence.Spoken).Where(pair => pair.First.IsWord).Select(pair => new ExplainedWord(
            sounds.Restore(pair.First.Text), [], [], Sounds.Written(pair.Second.Phonemes), SourceNames.Of(pair.Second.Source),
            pair.First.Place.From, pair.First.Place.To));
        return new ExplainedPassage(passage.Language, text, sounds.Restore(normalized.Text), [.. words]);
    }
}
