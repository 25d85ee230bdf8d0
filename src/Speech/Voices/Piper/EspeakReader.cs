using System.Text;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Reads by espeak-ng, as Piper does: clause by clause, with the mark that ended it, a sentence a call. English is cleaned and normalised by the
/// front end before; other languages go to espeak-ng as they are.
/// </summary>
internal sealed class EspeakReader(PiperConfig config, FrontEnd frontEnd, EspeakNg espeak) : IVoiceReader
{
    /// <inheritdoc/>
    public async Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken)
    {
        var reading = new PiperReading(config);
        var clauses = ClauseSplitter.Split(config.BaseLanguage == "en" ? English(text, lexicon, reading) : text);
        var phonemes = await espeak.ReadAsync(config.EspeakVoice, [.. clauses.Select(clause => clause.Text)], cancellationToken);
        var sentence = new StringBuilder();
        foreach (var (clause, ipa) in clauses.Zip(phonemes))
        {
            sentence.Append(EspeakPhonemes.Of(ipa, config.Replacements)).Append(Behind(clause));
            if (clause.EndsSentence)
            {
                reading.Add(sentence.ToString());
                sentence.Clear();
            }
        }

        reading.Add(sentence.ToString());
        return reading.ToReading(text);
    }

    private static string Behind(SpokenClause clause) => clause.Mark switch
    {
        '\0' => clause.EndsSentence ? "" : " ",
        '.' or '?' or '!' => clause.Mark.ToString(),
        _ => $"{clause.Mark} ",
    };

    private static string LeaveOut(string said, PiperReading reading)
    {
        foreach (var rune in said.EnumerateRunes())
        {
            reading.LeftOut.Add(rune);
        }

        return "";
    }

    /// <summary>The English of a text, in words. Chinese is left out: an English voice was never taught its sounds.</summary>
    private string English(string text, UserLexicon? lexicon, PiperReading reading)
    {
        var explanation = frontEnd.Explain(text, SpeechLanguage.English, lexicon);
        reading.Notes.AddRange(explanation.Reading is Reading.Spoken spoken ? spoken.Notes : []);
        var english = new StringBuilder();
        foreach (var passage in explanation.Passages)
        {
            if (passage.Language == SpeechLanguage.English)
            {
                english.Append(passage.Normalized).Append(' ');
                continue;
            }

            foreach (var (said, word) in SpokenWords.Of(passage))
            {
                var mark = ClauseMark.Of(said[0]).Kind;
                english.Append(word is { Citation.Count: > 0 } ? LeaveOut(said, reading) : word is null && mark != '\0' ? $"{mark} " : $"{said} ");
            }
        }

        return english.ToString();
    }
}
