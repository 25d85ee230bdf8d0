using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Voices;

/// <summary>The front end's own reading, in Kokoro's phonemes.</summary>
internal sealed class FrontEndReader(FrontEnd frontEnd) : IVoiceReader
{
    /// <inheritdoc/>
    public Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken) =>
        Task.FromResult(frontEnd.Read(text, language, lexicon));
}
