using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Chinese;
using TtsConsumers.Speech.Text.English;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Tests.SpeechTests.Text;

/// <summary>The front end over the repository's own lexica and models, loaded once for all tests.</summary>
internal static class LoadedFrontEnd
{
    public static string Root { get; } = FindRoot();

    public static string Lexicon { get; } = Path.Combine(Root, "lexicon");

    public static string Models { get; } = Path.Combine(Root, "models");

    public static FrontEnd Instance { get; } = FrontEnd.Load(Lexicon, Models);

    public static Vocabulary Vocabulary { get; } = Vocabulary.Load(Path.Combine(Lexicon, "kokoro-v1.0-vocab.json"));

    /// <summary>Words and syllables of a normalised Chinese text.</summary>
    public static Sentence Analyse(string normalized) => Instance.Chinese.Analyse(PlacedText.AsSent(normalized), TextOverrides.None);

    /// <summary>Phonemes of a normalised English text.</summary>
    public static string ReadEnglish(string normalized) => 
        EnglishReader.Write(Instance.English.Analyse(PlacedText.AsSent(normalized), FixedSounds.None)).Phonemes;

    /// <summary>A text after the first stage, whatever was left out.</summary>
    public static PlacedText Clean(string text) => Instance.Cleaner.Clean(text, new LeftOut());

    /// <summary>A file of the golden set.</summary>
    public static string Golden(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TtsConsumers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }

        return folder.FullName;
    }
}
