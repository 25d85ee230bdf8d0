using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices;

/// <summary>A family of models: how phonemes become ids, and how a session of the family is called.</summary>
public interface IModelFamily
{
    /// <summary>Turns phonemes into what the model takes. Pure.</summary>
    /// <param name="phonemes">One UTF-16 unit a symbol, at least one symbol.</param>
    /// <param name="voice">A voice of this model.</param>
    /// <param name="speed">1 is normal, 2 twice as fast; 0.5 to 2.</param>
    /// <returns>The utterance, in pieces short enough for the model.</returns>
    /// <exception cref="UnknownSymbolException">The model has no id for a symbol.</exception>
    Utterance Utter(string phonemes, Voice voice, float speed);

    /// <summary>Finds the contract that a session follows.</summary>
    /// <param name="signature">The session's inputs and outputs.</param>
    /// <returns>The way to call it.</returns>
    /// <exception cref="ModelFileException">It follows none of the family's contracts; the message says what was found.</exception>
    IModelBinding Bind(ModelSignature signature);
}
