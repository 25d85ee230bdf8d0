using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Finds which ids of a text in the phonemes of a Piper voice are which word. They are counted as <see cref="WordTimes"/> counts them.</summary>
internal sealed class PiperWords(PiperConfig config)
{
    private readonly PiperSymbols _symbols = new(config);
    private readonly PiperPhrases _phrases = new(config);

    /// <summary>Finds the words.</summary>
    /// <param name="phonemes">All sentences, as <see cref="PiperFamily.Utter"/> gets them.</param>
    /// <param name="parts">The same, part by part.</param>
    /// <returns>A span for each phoneme of a word; none when the parts are not the phonemes.</returns>
    public IReadOnlyList<WordSpan> Of(string phonemes, IEnumerable<WrittenPart> parts)
    {
        List<WordSpan> spans = [];
        var rest = new Queue<WrittenPart>(parts.SelectMany(part => _symbols.Split(part.Written).Select(symbol => part with { Written = symbol })));
        var at = 0;
        foreach (var phrase in _phrases.Of(phonemes))
        {
            foreach (var (ids, symbol) in _symbols.Groups(phrase.Symbols))
            {
                var counted = ids.Count(id => id != WordTimes.Boundary);
                if (symbol is not null)
                {
                    if (!rest.TryDequeue(out var part) || part.Written != symbol)
                    {
                        return [];
                    }

                    if (part.Word is { } word)
                    {
                        spans.Add(new WordSpan(word.From, word.To, at, at + counted));
                    }
                }

                at += counted;
            }
        }

        return spans;
    }
}
