using System.Text;
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
    public string Read(string passage, FixedSounds sounds) => Write(Analyse(Normalize(passage), sounds));

    /// <summary>The passage as it is said: words and marks.</summary>
    public string Normalize(string passage) => _normalizer.Normalize(passage);

    /// <summary>The words and marks of a normalised passage.</summary>
    public EnglishSentence Analyse(string normalized, FixedSounds sounds)
    {
        var tokens = Tokenizer.Split(normalized);
        var tags = Tagger.Tag(tokens);
        var spoken = new SpokenWord[tokens.Count];
        var next = NextSound.Pause;
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            var text = tokens[at].Text;
            spoken[at] = !tokens[at].IsWord ? new SpokenWord(text, WordSource.None)
                : FixedSounds.IsPlaceHolder(text[0]) ? new SpokenWord(sounds.PhonemesOf(text[0]), WordSource.Own)
                : _words.Read(text, tags[at], next);
            next = Sounds.FirstOf(spoken[at].Phonemes, next);
        }

        return new EnglishSentence(tokens, spoken);
    }

    /// <summary>Joins the phonemes of a sentence with the blanks of the text.</summary>
    public static string Write(EnglishSentence sentence)
    {
        var phonemes = new StringBuilder();
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            phonemes.Append(sentence.Spoken[at].Phonemes).Append(sentence.Tokens[at].BlankFollows ? " " : string.Empty);
        }

        return Sounds.Written(phonemes.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => letters.Dispose();
}
