using System.Globalization;
using System.Text;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Gathers the sentences of a text in the phonemes of a Piper voice, and what of the text has none.</summary>
internal sealed class PiperReading(PiperConfig config)
{
    private readonly PiperSymbols _symbols = new(config);
    private readonly List<string> _sentences = [];
    private readonly LeftOut _unknown = new();
    private readonly LeftOut _leftOut = new();

    /// <summary>What of the text the voice can't speak, beside phonemes it lacks.</summary>
    public LeftOut LeftOut => _leftOut;

    /// <summary>Notes of whoever read the text before.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Adds a sentence; phonemes the voice lacks are left out and remembered, as Piper does.</summary>
    /// <param name="sentence">In the writing that <see cref="PiperSymbols.Split"/> reads.</param>
    public void Add(string sentence)
    {
        var blank = config.PhonemeType == PhonemeType.Pinyin ? " " : "";
        var known = new List<string>();
        foreach (var written in config.PhonemeType == PhonemeType.Pinyin ? sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries) : _symbols.Split(sentence))
        {
            if (_symbols.Split(written).All(_symbols.Contains))
            {
                known.Add(written);
            }
            else
            {
                Miss(written);
            }
        }

        var spoken = string.Join(blank, known).Trim();
        if (spoken.EnumerateRunes().Any(IsAudible))
        {
            _sentences.Add(spoken.Replace(PiperFamily.SentenceEnd, ' '));
        }
    }

    /// <summary>What came of the text.</summary>
    /// <param name="text">The text, for the message when nothing of it can be spoken.</param>
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

        var language = config.BaseLanguage == "zh" ? SpeechLanguage.Chinese : SpeechLanguage.English;
        return _sentences.Count > 0
            ? new Reading.Spoken(string.Join(PiperFamily.SentenceEnd, _sentences), language, Notes, Words: [])
            : new Reading.Unspeakable($"nothing in the text can be spoken by this voice, whose language is {config.Language}: {Everything(text)}");
    }

    private void Miss(string written)
    {
        foreach (var rune in written.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                _unknown.Add(rune);
            }
        }
    }

    /// <summary>Marks, blanks, stress and length alone are no speech.</summary>
    private static bool IsAudible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static string Everything(string text)
    {
        var all = new LeftOut();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                all.Add(rune);
            }
        }

        return all.Any ? all.ToString() : "it is blank";
    }
}
