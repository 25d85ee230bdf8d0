using System.Text;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Reads for voices of the phoneme type <c>text</c>: every code point is a phoneme, accents apart from their letters (NFD).</summary>
/// <remarks>Piper's older programs folded the case and its newer ones don't: a letter the voice lacks is tried in lower case.</remarks>
internal sealed class CodePointReader(PiperConfig config) : IVoiceReader
{
    private readonly PiperSymbols _symbols = new(config);

    /// <inheritdoc/>
    public Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken)
    {
        var reading = new PiperReading(config);
        var words = new WrittenWords(text);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var (letter, lower) = (rune.ToString(), Rune.ToLowerInvariant(rune).ToString());
            var written = Rune.IsWhiteSpace(rune) ? " " : Known(letter) ?? Known(lower) ?? (IsPartlyKnown(lower) ? Apart(lower) : Apart(letter));
            reading.Add(written, words.At(at, at + rune.Utf16SequenceLength));
            at += rune.Utf16SequenceLength;
        }

        reading.EndSentence();
        return Task.FromResult(reading.ToReading(text));
    }

    /// <summary>How the voice has a letter: apart, or whole; null when it has it in no way.</summary>
    private string? Known(string letter)
    {
        var apart = Apart(letter);
        return _symbols.Split(apart).All(_symbols.Contains) ? apart : _symbols.Contains(letter) ? letter : null;
    }

    private bool IsPartlyKnown(string letter) => _symbols.Split(Apart(letter)).Any(_symbols.Contains);

    private string Apart(string letter) => string.Concat(CanonicalDecomposition.Of(letter).EnumerateRunes()
        .SelectMany(rune => config.Replacements.GetValueOrDefault(rune.ToString(), [rune.ToString()])));
}
