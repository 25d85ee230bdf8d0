using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices.Kokoro;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Piper: phoneme ids, three scales, and a speaker's number where there are several.</summary>
internal sealed class PiperFamily(string model, PiperConfig config) : IModelFamily
{
    /// <summary>What catalogues call the family.</summary>
    public const string Name = "piper";

    /// <summary>Parts the sentences in the phonemes of this family: each is spoken by itself, as Piper does.</summary>
    public const char SentenceEnd = '\n';

    /// <summary>The most ids of a piece: a blank after every symbol, and the boundaries.</summary>
    public const int MostIds = (2 * MostSymbols) + 4;

    /// <summary>Above this many characters a sentence is spoken in pieces: the time of a call grows with its length.</summary>
    private const int MostSymbols = 400;

    private readonly PiperSymbols _symbols = new(config);

    /// <inheritdoc/>
    public Utterance Utter(string phonemes, Voice voice, float speed) => new(voice, speed,
    [
        .. phonemes.Split(SentenceEnd, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(sentence => PieceCutter.Cut(sentence, MostSymbols))
            .Select(part => new Piece(_symbols.Ids(_symbols.Split(part.ToString())), ReadOnlyMemory<float>.Empty, speed, voice.Speaker)),
    ]);

    /// <inheritdoc/>
    public IModelBinding Bind(ModelSignature signature) => new PiperBinding(PiperContract.Of(model, signature), config);
}
