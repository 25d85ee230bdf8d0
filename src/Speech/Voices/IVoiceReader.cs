using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Voices;

/// <summary>Turns texts into the phonemes of one model.</summary>
internal interface IVoiceReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The main language; null decides by script.</param>
    /// <param name="lexicon">Readings for this text; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Phonemes for the model's family, or why there are none.</returns>
    /// <exception cref="EspeakException">The program that reads for the model is missing or failed.</exception>
    Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken);
}
