using TtsConsumers.Speech.Text.English.Normalizing;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Reads English passages: normaliser, tokenizer, tagger, words from right to left, phonemes.</summary>
/// <param name="lexicon">The tables of lexicon/en.</param>
/// <param name="letters">The model for unknown words; disposed of with the reader.</param>
internal sealed class EnglishReader(EnglishLexicon lexicon, LetterToSound letters) : IDisposable
{
    private readonly EnglishNormalizer _normalizer = new();
    private readonly WordReader _words = new(lexicon, letters);

    /// <summary>Reads a cleaned passage.</summary>
    public PhonemeText Read(PlacedText passage, FixedSounds sounds) => Write(Analyse(Normalize(passage), sounds));

    /// <summary>The passage as it is said: words and marks.</summary>
    public PlacedText Normalize(PlacedText passage) => _normalizer.Normalize(passage);

    /// <summary>The words and marks of a normalised passage.</summary>
    public EnglishSentence Analyse(PlacedText normalized, FixedSounds sounds) => Analyse(normalized, sounds, Tagger.Tag);

    private EnglishSentence Analyse(PlacedText normalized, FixedSounds sounds, Func<IReadOnlyList<Token>, WordTag[]> tag)
    {
        var tokens = Tokenizer.Split(normalized);
        var tags = tag(tokens);
        var spoken = new SpokenWord[tokens.Count];
        var next = NextSound.Pause;
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            var text = tokens[at].Text;
            spoken[at] = !tokens[at].IsWord ? new SpokenWord(text, WordSource.None)
                : FixedSounds.IsPlaceHolder(text[0]) ? new SpokenWord(sounds.PhonemesOf(text[0]), WordSource.Own)
                : lexicon.Senses.Read(tokens, at, tags[at]) is { } sense ? new SpokenWord(sense, WordSource.Lexicon)
                : _words.Read(text, tags[at], next);
            next = Sounds.FirstOf(spoken[at].Phonemes, next);
        }

        return new EnglishSentence(tokens, spoken);
    }

    /// <summary>Joins the phonemes of a sentence with the blanks of the text.</summary>
    public static PhonemeText Write(EnglishSentence sentence)
    {
        var written = new PhonemeBuilder();
        foreach (var (token, spoken) in sentence.Tokens.Zip(sentence.Spoken))
        {
            if (token.IsWord)
            {
                written.AppendWord(Sounds.Written(spoken.Phonemes), token.Place);
            }
            else
            {
                written.Phonemes.Append(spoken.Phonemes);
            }

            written.Phonemes.Append(token.BlankFollows ? " " : string.Empty);
        }

        return written.ToText();
    }

    /// <summary>The words of an English passage inside another language, with their phonemes. There capitals are an abbreviation, not shouted: IT行业.</summary>
    public IEnumerable<SpokenPart> Words(PlacedText passage)
    {
        var sentence = Analyse(Normalize(passage), FixedSounds.None, Tagger.TagNames);
        return sentence.Tokens.Zip(sentence.Spoken).Where(pair => pair.First.IsWord).Select(pair => new SpokenPart(
            pair.First.Text, IsWord: true, Sounds.Written(pair.Second.Phonemes), pair.First.Place, Source: pair.Second.Source));
    }

    /// <inheritdoc/>
    public void Dispose() => letters.Dispose();
}
