using System.Runtime.ExceptionServices;
using System.Text;
using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.Cleaning;
using TtsConsumers.Speech.Text.English;
using TtsConsumers.Speech.Text.Explaining;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text;

/// <summary>
/// Text in, phonemes out: clean, cut into passages of one language, read each in its language, join. One front end serves all lanes.
/// </summary>
public sealed class FrontEnd : IDisposable
{
    private readonly Vocabulary _vocabulary;
    private readonly TextPreparer _preparer;
    private readonly OwnWordReader _ownWords;
    private readonly UserLexicon _deployment;

    private FrontEnd(Vocabulary vocabulary, ChineseLexicon chinese, PolyphoneModel polyphones, EnglishReader english, string? userLexicon)
    {
        _vocabulary = vocabulary;
        Cleaner = new TextCleaner(chinese.Hanzi);
        English = english;
        Chinese = new ChineseReader(chinese, polyphones, english.Words);
        var simplifier = new Simplifier(chinese.Traditional, chinese.Words);
        _preparer = new TextPreparer(Cleaner, simplifier, new InlineReadings(chinese.Syllables));
        _ownWords = new OwnWordReader(Cleaner, simplifier, chinese.Syllables, Chinese.Segmenter);
        _deployment = UserLexicon.Empty;
        if (!string.IsNullOrEmpty(userLexicon))
        {
            _deployment = LexiconFile.Read(userLexicon, _ownWords, out var sha256);
            UserLexiconSha256 = sha256;
        }
    }

    /// <summary>The SHA-256 of the deployment's own lexicon, lower-case hex; null where there is none. With another one, texts may sound otherwise.</summary>
    public string? UserLexiconSha256 { get; }

    /// <summary>The first stage; for tests that look at one stage.</summary>
    internal TextCleaner Cleaner { get; }

    /// <summary>Reads Chinese passages; for tests that look at one stage.</summary>
    internal ChineseReader Chinese { get; }

    /// <summary>Reads English passages; for tests that look at one stage.</summary>
    internal EnglishReader English { get; }

    /// <summary>Loads the lexica and the two small models, side by side.</summary>
    /// <param name="lexiconFolder">The folder with <c>zh/</c>, <c>en/</c> and <c>kokoro-v1.0-vocab.json</c>.</param>
    /// <param name="modelsFolder">The folder with <c>polyphone/</c> and <c>g2p-en/</c>.</param>
    /// <param name="userLexicon">The file of a lexicon that wins over all tables and rules; see docs/READING.md. Null or empty for none.</param>
    /// <exception cref="IOException">A file is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">A table is out of order or malformed; the message names the file.</exception>
    /// <exception cref="UserLexiconException">The user's lexicon is wrong; it says everything that is, with line numbers.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">A model is damaged.</exception>
    public static FrontEnd Load(string lexiconFolder, string modelsFolder, string? userLexicon = null)
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
        return new FrontEnd(vocabulary, chinese!, polyphones!, new EnglishReader(english!, letters!), userLexicon);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text. What can't be spoken is left out and named in the notes.</param>
    /// <param name="language">The main language, which says numbers and signs that stand alone; null decides by script.</param>
    /// <param name="lexicon">Readings for this text, over those of the deployment; null for none.</param>
    /// <returns>The phonemes, or why there are none. Never throws for what the text contains.</returns>
    public Reading Read(string text, SpeechLanguage? language, UserLexicon? lexicon = null) => Read(text, Prepare(text, language, lexicon));

    /// <summary>Reads a text as <see cref="Read(string, SpeechLanguage?, UserLexicon?)"/> does, and tells what each stage made of it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The main language; null decides by script.</param>
    /// <param name="lexicon">Readings for this text, over those of the deployment; null for none.</param>
    public Explanation Explain(string text, SpeechLanguage? language, UserLexicon? lexicon = null)
    {
        var prepared = Prepare(text, language, lexicon);
        var explainer = new Explainer(Chinese, English);
        var passages = prepared.Passages.Select(passage => explainer.Explain(passage, prepared.Overrides));
        return new Explanation(prepared.Cleaned, prepared.Simplified, prepared.Main, [.. passages], Read(text, prepared));
    }

    /// <summary>Checks words and the readings somebody gives them.</summary>
    /// <param name="words">
    /// Word to reading: pinyin with tone numbers, a syllable a Hanzi and parted by blanks, for a word of Hanzi; English phonemes or pinyin for
    /// any other word.
    /// </param>
    /// <param name="faults">Takes a sentence for each word that can't be used.</param>
    /// <returns>The words that can be used.</returns>
    public UserLexicon ReadLexicon(IReadOnlyDictionary<string, string> words, ICollection<string> faults)
    {
        var builder = new LexiconBuilder(_ownWords);
        foreach (var (word, reading) in words)
        {
            builder.Add("lexicon", word, reading);
        }

        foreach (var fault in builder.Faults)
        {
            faults.Add(fault);
        }

        return builder.Build();
    }

    /// <summary>The main language of a text, by its script: who speaks it where no voice is named. Far cheaper than reading it.</summary>
    /// <param name="text">Any text.</param>
    public SpeechLanguage LanguageOf(string text) => PassageSplitter.MainLanguage(Cleaner.Clean(text, new LeftOut()).Text);

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

    private PreparedText Prepare(string text, SpeechLanguage? language, UserLexicon? lexicon) =>
        _preparer.Prepare(text, language, (lexicon ?? UserLexicon.Empty).Over(_deployment));

    private Reading Read(string text, PreparedText prepared)
    {
        var join = new PhonemeJoin(_vocabulary);
        foreach (var (passage, language) in prepared.Passages)
        {
            join.Add(language == SpeechLanguage.Chinese ? Chinese.Read(passage, prepared.Overrides) : English.Read(passage, prepared.Overrides.Sounds));
        }

        var (phonemes, words) = join.ToText();
        return Vocabulary.IsAudible(phonemes)
            ? new Reading.Spoken(phonemes, prepared.Main, [.. prepared.Notes, .. Missing(join.Strange)], WordSpans.Merge(words, text))
            : new Reading.Unspeakable($"nothing in the text can be spoken: {Everything(text)}");
    }

    private static string[] Missing(LeftOut strange) => strange.Any ? [$"left out, because the voice lacks these phonemes: {strange}"] : [];

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
