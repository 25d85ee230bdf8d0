using System.Text;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Reads by espeak-ng, as Piper does: clause by clause, with the mark that ended it, a sentence a call. English is cleaned and normalised by the
/// front end before; other languages go to espeak-ng as they are.
/// </summary>
internal sealed class EspeakReader(PiperConfig config, PiperTraits traits, FrontEnd frontEnd, EspeakNg espeak) : IVoiceReader
{
    /// <inheritdoc/>
    public async Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken)
    {
        var reading = new PiperReading(config);
        var (given, words) = config.BaseLanguage == "en" ? English(text, lexicon, reading) : (text, new WrittenWords(text));
        var clauses = ClauseSplitter.Split(given);
        var tokens = traits.TimesWords ? ClauseWords.Of(given, words, clauses) : [.. clauses.Select(_ => Array.Empty<ClauseWords.Word>())];
        var distinct = tokens.SelectMany(clause => clause).Select(token => token.Text).Distinct().ToList();
        var phonemes = await PhonemesAsync([.. clauses.Select(clause => clause.Text), .. distinct], cancellationToken);
        var alone = distinct.Zip(phonemes.Skip(clauses.Count)).ToDictionary(word => word.First, word => Parts(word.Second), StringComparer.Ordinal);
        for (var at = 0; at < clauses.Count; at++)
        {
            Add(reading, phonemes[at], [.. tokens[at].Where(token => alone[token.Text].Length > 0)], alone);
            reading.Add(Behind(clauses[at]));
            if (clauses[at].EndsSentence)
            {
                reading.EndSentence();
            }
        }

        reading.EndSentence();
        return reading.ToReading(text);
    }

    private static string Behind(SpokenClause clause) => clause.Mark switch
    {
        '\0' => clause.EndsSentence ? "" : " ",
        '.' or '?' or '!' => clause.Mark.ToString(),
        _ => $"{clause.Mark} ",
    };

    private static void Add(
        PiperReading reading, string phonemes, IReadOnlyList<ClauseWords.Word> words, Dictionary<string, string[]> alone)
    {
        var parts = Parts(phonemes);
        var found = EspeakAlignment.Of(parts, [.. words.Select(word => alone[word.Text])]);
        var from = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            var start = phonemes.IndexOf(parts[at], from, StringComparison.Ordinal);
            reading.Add(phonemes[from..start]);
            reading.Add(parts[at], found[at] < 0 ? null : words[found[at]].Place);
            from = start + parts[at].Length;
        }

        reading.Add(phonemes[from..]);
    }

    private static string[] Parts(string phonemes) => phonemes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<string>> PhonemesAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken) =>
        [.. (await espeak.ReadAsync(config.EspeakVoice, lines, cancellationToken)).Select(ipa => EspeakPhonemes.Of(ipa, config.Replacements))];

    /// <summary>The English of a text, in words. Chinese is left out: an English voice was never taught its sounds.</summary>
    private (string Text, WrittenWords Words) English(string text, UserLexicon? lexicon, PiperReading reading)
    {
        var explanation = frontEnd.Explain(text, SpeechLanguage.English, lexicon);
        reading.Notes.AddRange(explanation.Reading is Reading.Spoken spoken ? spoken.Notes : []);
        var english = new StringBuilder();
        List<(Place Here, Place AsSent)> words = [];
        foreach (var passage in explanation.Passages)
        {
            foreach (var (said, word) in passage.Language == SpeechLanguage.English ? AsNormalized(passage) : Spaced(passage, reading))
            {
                if (word is not null)
                {
                    words.Add((new Place(english.Length, english.Length + said.Length), new Place(word.From, word.To)));
                }

                english.Append(said);
            }

            english.Append(' ');
        }

        return (english.ToString(), new WrittenWords(words));
    }

    /// <summary>What is said of an English passage, in words where they can be told apart.</summary>
    private static List<(string Text, ExplainedWord? Word)> AsNormalized(ExplainedPassage passage)
    {
        var words = SpokenWords.Of(passage).ToList();
        return string.Concat(words.Select(word => word.Text)) == passage.Normalized ? words : [(passage.Normalized, null)];
    }

    /// <summary>The English words and the marks of a Chinese passage, with blanks between as in English.</summary>
    private static IEnumerable<(string Text, ExplainedWord? Word)> Spaced(ExplainedPassage passage, PiperReading reading)
    {
        foreach (var (said, word) in SpokenWords.Of(passage))
        {
            if (word is { Citation.Count: > 0 })
            {
                reading.LeaveOut(said);
                continue;
            }

            yield return (word is null && ClauseMark.Of(said[0]).Kind is not '\0' and var mark ? mark.ToString() : said, word);
            yield return (" ", null);
        }
    }
}
