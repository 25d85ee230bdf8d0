using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Reads Chinese for voices that were trained with espeak-ng. Words and their readings are the front end's, given to espeak-ng as pinyin:
/// its phonemes are those the voice knows, while its own dictionary, as Debian ships it, has few words and takes the syllables of its voice
/// <c>cmn</c> for English. Words in Latin letters are read by that voice, which is what Piper's own reading does.
/// </summary>
/// <remarks>Piper puts no marks behind Chinese clauses (see <see cref="ClauseMark"/>), so neither does this; sentences part at 。！？.</remarks>
internal sealed partial class ChineseEspeakReader(PiperConfig config, FrontEnd frontEnd, EspeakNg espeak) : IVoiceReader
{
    private const string PinyinVoice = "cmn-latn-pinyin";
    private const string LatinVoice = "cmn";

    /// <inheritdoc/>
    public async Task<Reading> ReadAsync(string text, SpeechLanguage? language, UserLexicon? lexicon, CancellationToken cancellationToken)
    {
        var reading = new PiperReading(config);
        var explanation = frontEnd.Explain(text, language ?? SpeechLanguage.Chinese, lexicon);
        reading.Notes.AddRange(explanation.Reading is Reading.Spoken spoken ? spoken.Notes : []);
        var clauses = new ChineseClauses();
        foreach (var (said, word) in explanation.Passages.SelectMany(SpokenWords.Of))
        {
            clauses.Add(said, word);
        }

        var pinyin = await PhonemesAsync(PinyinVoice, clauses.Parts.Where(part => part.IsPinyin), cancellationToken);
        var latin = await PhonemesAsync(LatinVoice, clauses.Parts.Where(part => !part.IsPinyin), cancellationToken);
        foreach (var sentence in clauses.Sentences)
        {
            foreach (var part in sentence)
            {
                Add(reading, part, (part.IsPinyin ? pinyin : latin).Dequeue());
                reading.Add(" ");
            }

            reading.EndSentence();
        }

        return reading.ToReading(text);
    }

    /// <summary>A syllable is a word to espeak-ng. Where there are more or fewer of them than were given, nobody knows which is which.</summary>
    private static void Add(PiperReading reading, ChineseClauses.Part part, string phonemes)
    {
        var said = phonemes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isKnown = part.IsPinyin && said.Length == part.Words.Count;
        for (var at = 0; at < said.Length; at++)
        {
            reading.Add(at == 0 ? "" : " ");
            reading.Add(said[at], isKnown ? part.Words[at] : part.Words.Count == 1 ? part.Words[0] : null);
        }
    }

    private async Task<Queue<string>> PhonemesAsync(string voice, IEnumerable<ChineseClauses.Part> parts, CancellationToken cancellationToken)
    {
        var ipa = await espeak.ReadAsync(voice, [.. parts.Select(part => part.Text)], cancellationToken);
        return new Queue<string>(ipa.Select(phonemes => AsTrained(EspeakPhonemes.Of(phonemes, config.Replacements))));
    }

    /// <summary>Where espeak-ng 1.51 writes a syllable otherwise than the one Piper's voices were trained with (piper, test_zh-cn.jsonl).</summary>
    private static string AsTrained(string phonemes) => Yong().Replace(Yuan().Replace(Ang().Replace(phonemes, "ɑ"), "j$1yæ"), "j$1onɡ$2");

    [GeneratedRegex("a(?=[0-9ɜ]?ŋ)")]
    private static partial Regex Ang();

    [GeneratedRegex("(?<![^ ])(ˈ?)yæ")]
    private static partial Regex Yuan();

    [GeneratedRegex("(?<![^ ])(ˈ?)yu([0-9ɜ]?)ŋ")]
    private static partial Regex Yong();
}
