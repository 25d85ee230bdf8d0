using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Reads for voices of the phoneme type <c>pinyin</c>: Chinese by the front end, in citation form. Piper trains such voices on the syllables of
/// a dictionary, so sandhi is the voice's own. They have no phonemes for other languages.
/// </summary>
internal sealed class PinyinReader(PiperConfig config, FrontEnd frontEnd) : IVoiceReader
{
    private const string SentenceMarks = "。？！.?!\n";

    /// <inheritdoc/>
    public Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken)
    {
        var explanation = frontEnd.Explain(text, language ?? SpeechLanguage.Chinese, lexicon);
        var reading = new PiperReading(config);
        reading.Notes.AddRange(explanation.Reading is Reading.Spoken spoken ? spoken.Notes : []);
        foreach (var (said, word) in explanation.Passages.SelectMany(SpokenWords.Of))
        {
            reading.Add(Written(said, word, reading), word is null ? null : new Place(word.From, word.To));
            if (word is null && SentenceMarks.Contains(said, StringComparison.Ordinal))
            {
                reading.EndSentence();
            }
        }

        reading.EndSentence();
        return Task.FromResult(reading.ToReading(text));
    }

    private static string Written(string said, ExplainedWord? word, PiperReading reading)
    {
        if (word is null)
        {
            return PinyinSymbols.IsMark(said[0]) ? said : "";
        }

        if (word.Citation.Count == 0)
        {
            reading.LeaveOut(said);
        }

        return string.Join(' ', word.Citation);
    }
}
