using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>Kokoro: phoneme ids, a style row, a speed. Which of its contracts a file follows is read from the session.</summary>
public sealed class KokoroFamily : IModelFamily
{
    /// <summary>What a manifest calls the family.</summary>
    public const string Name = "kokoro";

    /// <summary>Above this many symbols a text is spoken in pieces: the end of the model's good range.</summary>
    public const int MostSymbols = 400;

    private readonly ModelManifest _manifest;
    private readonly KokoroVocabulary _vocabulary;

    /// <summary>Sets the family up for one model.</summary>
    /// <param name="manifest">Its vocabulary and limits.</param>
    public KokoroFamily(ModelManifest manifest) => (_manifest, _vocabulary) = (manifest, new KokoroVocabulary(manifest.Vocabulary));

    /// <inheritdoc/>
    public Utterance Utter(string phonemes, Voice voice, float speed)
    {
        _vocabulary.Check(phonemes);
        var most = Math.Min(MostSymbols, _manifest.MaxIds - 2);
        return new Utterance(voice, speed, [.. PieceCutter.Cut(phonemes, most).Select(symbols =>
            new Piece(_vocabulary.Ids(symbols.Span), Style(voice).For(symbols.Length), speed))]);
    }

    /// <inheritdoc/>
    public IModelBinding Bind(ModelSignature signature)
    {
        if (KokoroContract.Batched.Matches(signature))
        {
            return new BatchedKokoroBinding(_manifest);
        }

        if (KokoroContract.Stock.FirstOrDefault(contract => contract.Matches(signature)) is { } stock)
        {
            return new StockKokoroBinding(_manifest, stock);
        }

        throw new ModelFileException(
            $"Model {_manifest.Name} ({_manifest.File}) follows no known Kokoro contract: it is {signature}. "
            + $"Known: {KokoroContract.Batched} and {string.Join(" or ", KokoroContract.Stock.Take(2))}. Use such an export, or correct 'file' in its model.json.");
    }

    private static StylePack Style(Voice voice) => voice.Style ?? throw new ArgumentException($"{voice.Id} is no voice of this family", nameof(voice));
}
