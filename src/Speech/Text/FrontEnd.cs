using System.Runtime.ExceptionServices;
using System.Text;
using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.Cleaning;
using TtsConsumers.Speech.Text.English;

namespace TtsConsumers.Speech.Text;

/// <summary>
/// Text in, phonemes out: clean, cut into passages of one language, read each in its language, join. One front end serves all lanes.
/// </summary>
public sealed class FrontEnd : IDisposable
{
    private readonly Vocabulary _vocabulary;

    private FrontEnd(Vocabulary vocabulary, ChineseLexicon chinese, PolyphoneModel polyphones, EnglishReader english)
    {
        _vocabulary = vocabulary;
        Cleaner = new TextCleaner(chinese.Hanzi);
        English = english;
        Chinese = new ChineseReader(chinese, polyphones, english.Read);
    }

    /// <summary>The first stage; for tests that look at one stage.</summary>
    internal TextCleaner Cleaner { get; }

    /// <summary>Reads Chinese passages; for tests that look at one stage.</summary>
    internal ChineseReader Chinese { get; }

    /// <summary>Reads English passages; for tests that look at one stage.</summary>
    internal EnglishReader English { get; }

    /// <summary>Loads the lexica and the two small models, side by side.</summary>
    /// <param name="lexiconFolder">The folder with <c>zh/</c>, <c>en/</c> and <c>kokoro-v1.0-vocab.json</c>.</param>
    /// <param name="modelsFolder">The folder with <c>polyphone/</c> and <c>g2p-en/</c>.</param>
    /// <exception cref="IOException">A file is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">A table is out of order or malformed; the message names the file.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">A model is damaged.</exception>
    public static FrontEnd Load(string lexiconFolder, string modelsFolder)
    {
        ChineseLexicon? chinese = null;
        EnglishLexicon? english = null;
        PolyphoneModel? polyphones = null;
        LetterToSound? letters = null;
        Together(
            () => english = EnglishLexicon.Load(Path.Combine(lexiconFolder, "en")),
            () => chinese = ChineseLexicon.Load(Path.Combine(lexiconFolder, "zh")),
            () => polyphones = new PolyphoneModel(Path.Combine(modelsFolder, "polyphone")),
            () => letters = new LetterToSound(Path.Combine(modelsFolder, "g2p-en")));
        var vocabulary = Vocabulary.Load(Path.Combine(lexiconFolder, "kokoro-v1.0-vocab.json"));
        return new FrontEnd(vocabulary, chinese!, polyphones!, new EnglishReader(english!, letters!));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text. What can't be spoken is left out and named in the notes.</param>
    /// <param name="language">The main language, which says numbers and signs that stand alone; null decides by script.</param>
    /// <returns>The phonemes, or why there are none. Never throws for what the text contains.</returns>
    public Reading Read(string text, SpeechLanguage? language)
    {
        var leftOut = new LeftOut();
        var clean = Cleaner.Clean(text, leftOut);
        var main = language ?? PassageSplitter.MainLanguage(clean);
        var phonemes = ReadAll(PassageSplitter.Split(clean, main), out var strange);
        return Vocabulary.IsAudible(phonemes)
            ? new Reading.Spoken(phonemes, main, Notes(leftOut, strange))
            : new Reading.Unspeakable($"nothing in the text can be spoken: {Everything(text)}");
    }

    /// <summary>The main language of a text, by its script: who speaks it where no voice is named. Far cheaper than reading it.</summary>
    /// <param name="text">Any text.</param>
    public SpeechLanguage LanguageOf(string text) => PassageSplitter.MainLanguage(Cleaner.Clean(text, new LeftOut()));

    /// <inheritdoc/>
    public void Dispose()
    {
        Chinese.Dispose();
        English.Dispose();
    }

    /// <summary>Loads on all cores: the start of a host waits for it. The first fault comes out as it was thrown.</summary>
    private static void Together(params Action[] loads)
    {
        try
        {
            Parallel.Invoke(loads);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private string ReadAll(IReadOnlyList<Passage> passages, out LeftOut strange)
    {
        var phonemes = new StringBuilder();
        strange = new LeftOut();
        foreach (var passage in passages)
        {
            phonemes.Append(' ');
            foreach (var symbol in passage.Language == SpeechLanguage.Chinese ? Chinese.Read(passage.Text) : English.Read(passage.Text))
            {
                Append(phonemes, symbol, strange);
            }
        }

        // Marks that begin the text have lost what stood before them.
        return phonemes.ToString().TrimStart(' ', ',', '.', ';', ':', '!', '?').TrimEnd();
    }

    /// <summary>
    /// One blank in a row, none before a closing mark. A symbol the voice lacks can only come from a lexicon of somebody's own.
    /// </summary>
    private void Append(StringBuilder phonemes, char symbol, LeftOut strange)
    {
        if (!_vocabulary.Contains(symbol))
        {
            strange.Add(Rune.TryCreate(symbol, out var rune) ? rune : Rune.ReplacementChar);
            return;
        }

        var isBlank = phonemes.Length > 0 && phonemes[^1] == ' ';
        if (isBlank && symbol is ',' or '.' or '!' or '?' or ';' or ':')
        {
            phonemes.Length--;
        }

        if (!(isBlank && symbol == ' '))
        {
            phonemes.Append(symbol);
        }
    }

    private static string[] Notes(LeftOut leftOut, LeftOut strange) =>
    [
        .. leftOut.Any ? [$"left out, because it can't be spoken: {leftOut}"] : Array.Empty<string>(),
        .. strange.Any ? [$"left out, because the voice lacks these phonemes: {strange}"] : Array.Empty<string>(),
    ];

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
