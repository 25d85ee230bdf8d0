using System.Globalization;
using System.Text;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Gathers the sentences of a text in the phonemes of a Piper voice, and what of the text has none.</summary>
internal sealed class PiperReading(PiperConfig config)
{
    private readonly PiperSymbols _symbols = new(config);
    private readonly List<WrittenPart> _sentence = [];
    private readonly List<IReadOnlyList<WrittenPart>> _sentences = [];
    private readonly LeftOut _unknown = new();
    private readonly LeftOut _leftOut = new();

    /// <summary>Notes of whoever read the text before.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Adds to the sentence; phonemes the voice lacks are left out and remembered, as Piper does.</summary>
    /// <param name="written">In the writing that <see cref="PiperSymbols.Split"/> reads.</param>
    /// <param name="word">The word of the text as sent that it says; null for marks and blanks, and where nobody knows.</param>
    public void Add(string written, Place? word = null)
    {
        foreach (var part in config.PhonemeType == PhonemeType.Pinyin ? written.Split(' ', StringSplitOptions.RemoveEmptyEntries) : _symbols.Split(written))
        {
            if (_symbols.Split(part).All(_symbols.Contains))
            {
                _sentence.Add(new WrittenPart(part.Replace(PiperFamily.SentenceEnd, ' '), word));
            }
            else
            {
                Remember(part, _unknown);
            }
        }
    }

    /// <summary>Ends the sentence. One without speech is none.</summary>
    public void EndSentence()
    {
        if (_sentence.Any(part => part.Written.EnumerateRunes().Any(IsAudible)))
        {
            _sentences.Add([.. _sentence[_sentence.FindIndex(IsNoBlank)..(_sentence.FindLastIndex(IsNoBlank) + 1)]]);
        }

        _sentence.Clear();
    }

    /// <summary>Remembers what of the text the voice can't speak, beside phonemes it lacks.</summary>
    public void LeaveOut(string said) => Remember(said, _leftOut);

    /// <summary>What came of the text, once its last sentence is ended.</summary>
    /// <param name="text">The text as sent.</param>
    public Reading ToReading(string text)
    {
        if (_leftOut.Any)
        {
            Notes.Add($"left out, because the voice can't speak it: {_leftOut}");
        }

        if (_unknown.Any)
        {
            Notes.Add($"left out, because the voice lacks these phonemes: {_unknown}");
        }

        if (_sentences.Count == 0)
        {
            return new Reading.Unspeakable($"nothing in the text can be spoken by this voice, whose language is {config.Language}: {Everything(text)}");
        }

        var blank = config.PhonemeType == PhonemeType.Pinyin ? " " : "";
        var phonemes = string.Join(PiperFamily.SentenceEnd, _sentences.Select(sentence => string.Join(blank, sentence.Select(part => part.Written))));
        var words = new PiperWords(config).Of(phonemes, _sentences.SelectMany(sentence => sentence));
        var language = config.BaseLanguage == "zh" ? SpeechLanguage.Chinese : SpeechLanguage.English;
        return new Reading.Spoken(phonemes, language, Notes, WordSpans.Merge(words, text));
    }

    private static void Remember(string what, LeftOut where)
    {
        foreach (var rune in what.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                where.Add(rune);
            }
        }
    }

    private static bool IsNoBlank(WrittenPart part) => !string.IsNullOrWhiteSpace(part.Written);

    /// <summary>Marks, blanks, stress and length alone are no speech.</summary>
    private static bool IsAudible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static string Everything(string text)
    {
        var all = new LeftOut();
        Remember(text, all);
        return all.Any ? all.ToString() : "it is blank";
    }
}
