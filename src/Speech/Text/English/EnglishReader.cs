using System.Text;
using TtsConsumers.Speech.Text.English.Normalizing;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Reads English passages: normaliser, tokenizer, tagger, words from right to left, phonemes.</summary>
/// <param name="lexicon">The tables of lexicon/en.</param>
/// <param name="letters">The model for unknown words; disposed of with the reader.</param>
internal sealed class EnglishReader(EnglishLexicon lexicon, LetterToSound letters) : IDisposable
{
    private readonly EnglishNormalizer _normalizer = new();
    private readonly WordReader _words = new(lexicon, letters);

    /// <summary>Reads a cleaned passage.</summary>
    public string Read(string passage) => ReadNormalized(Normalize(passage));

    /// <summary>The passage as it is said: words and marks.</summary>
    public string Normalize(string passage) => _normalizer.Normalize(passage);

    /// <summary>Reads a passage that is words and marks only.</summary>
    public string ReadNormalized(string normalized)
    {
        var tokens = Tokenizer.Split(normalized);
        var tags = Tagger.Tag(tokens);
        var spoken = new string[tokens.Count];
        var next = NextSound.Pause;
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            spoken[at] = tokens[at].IsWord ? _words.Read(tokens[at].Text, tags[at], next) : tokens[at].Text;
            next = Sounds.FirstOf(spoken[at], next);
        }

        return Write(tokens, spoken);
    }

    /// <inheritdoc/>
    public void Dispose() => letters.Dispose();

    /// <summary>Joins with the blanks of the text. Kokoro v1.0 writes the flap T and the glottal stop t.</summary>
    private static string Write(IReadOnlyList<Token> tokens, string[] spoken)
    {
        var phonemes = new StringBuilder();
        for (var at = 0; at < tokens.Count; at++)
        {
            phonemes.Append(spoken[at]).Append(tokens[at].BlankFollows ? " " : string.Empty);
        }

        return phonemes.Replace('ɾ', 'T').Replace('ʔ', 't').ToString();
    }
}
