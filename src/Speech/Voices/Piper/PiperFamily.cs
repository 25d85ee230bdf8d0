using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Piper: phoneme ids, three scales, and a speaker's number where there are several.</summary>
internal sealed class PiperFamily(string model, PiperConfig config, PiperTraits traits) : IModelFamily
{
    /// <summary>What catalogues call the family.</summary>
    public const string Name = "piper";

    /// <summary>Parts the sentences in the phonemes of this family: each is spoken by itself, as Piper does.</summary>
    public const char SentenceEnd = '\n';

    /// <summary>The most ids of a piece: a blank after every symbol, and the boundaries.</summary>
    public const int MostIds = (2 * PiperPhrases.MostSymbols) + 4;

    private readonly PiperSymbols _symbols = new(config);
    private readonly PiperPhrases _phrases = new(config);

    /// <inheritdoc/>
    public Utterance Utter(string phonemes, Voice voice, float speed) => new(voice, speed,
    [
        .. _phrases.Of(phonemes).Select(phrase => new Piece(
            _symbols.Ids(phrase.Symbols), ReadOnlyMemory<float>.Empty, speed, voice.Speaker, phrase.Pause / speed)),
    ]);

    /// <inheritdoc/>
    public IModelBinding Bind(ModelSignature signature)
    {
        var contract = PiperContract.Of(model, signature);
        traits.TimesWords = contract.Durations is not null;
        return new PiperBinding(contract, config);
    }
}
