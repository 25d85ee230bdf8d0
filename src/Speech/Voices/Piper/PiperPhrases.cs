using TtsConsumers.Speech.Voices.Kokoro;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Parts a text, in the phonemes of a Piper voice, into what one call speaks: its sentences, with the silence between them that Piper puts there;
/// phrases, where the voice wants silence behind a phoneme; and pieces of what is too long.
/// </summary>
internal sealed class PiperPhrases(PiperConfig config)
{
    /// <summary>Above this many characters a sentence is spoken in pieces: the time of a call grows with its length.</summary>
    public const int MostSymbols = 400;

    private readonly PiperSymbols _symbols = new(config);

    /// <summary>Parts a text.</summary>
    /// <param name="phonemes">Sentences, parted by <see cref="PiperFamily.SentenceEnd"/>.</param>
    /// <returns>The phrases in order; there is no quiet behind the last one.</returns>
    public IReadOnlyList<PiperPhrase> Of(string phonemes)
    {
        List<PiperPhrase> phrases = [];
        foreach (var sentence in phonemes.Split(PiperFamily.SentenceEnd, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var piece in PieceCutter.Cut(sentence, MostSymbols))
            {
                AddPhrases(phrases, _symbols.Split(piece.ToString()));
            }

            Pause(phrases, pause => pause + config.SentenceSilence);
        }

        Pause(phrases, _ => TimeSpan.Zero);
        return phrases;
    }

    private static void Pause(List<PiperPhrase> phrases, Func<TimeSpan, TimeSpan> behindLast)
    {
        if (phrases.Count > 0)
        {
            phrases[^1] = phrases[^1] with { Pause = behindLast(phrases[^1].Pause) };
        }
    }

    private void AddPhrases(List<PiperPhrase> phrases, IReadOnlyList<string> symbols)
    {
        List<string> phrase = [];
        for (var at = 0; at < symbols.Count; at++)
        {
            phrase.Add(symbols[at]);
            var isLast = at == symbols.Count - 1;
            if (isLast || (config.PhonemeSilences.ContainsKey(symbols[at]) && !symbols.Skip(at + 1).All(string.IsNullOrWhiteSpace)))
            {
                phrases.Add(new PiperPhrase(phrase, config.PhonemeSilences.GetValueOrDefault(symbols[at])));
                phrase = [];
            }
        }
    }
}
