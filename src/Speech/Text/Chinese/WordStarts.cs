using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>Tells where the words of a Chinese text begin, by the same lexicon and the same segmenter that read it. Safe for many callers at once.</summary>
public sealed class WordStarts
{
    private readonly Simplifier _simplifier;
    private readonly Segmenter _segmenter;

    private WordStarts(WordList words, LexiconTable traditional) =>
        (_simplifier, _segmenter) = (new Simplifier(traditional, words), new Segmenter(words));

    /// <summary>Reads the word lists.</summary>
    /// <param name="lexicon">The folder of the lexica (<c>TTS_LEXICON</c>).</param>
    /// <exception cref="IOException">A list is not there.</exception>
    /// <exception cref="InvalidDataException">A list is broken.</exception>
    public static WordStarts Load(string lexicon)
    {
        return new WordStarts(new WordList(Table("words.tsv"), Table("phrases.tsv")), Table("traditional.tsv"));

        LexiconTable Table(string name) => LexiconTable.Load(Path.Combine(lexicon, "zh", name));
    }

    /// <summary>Finds the words.</summary>
    /// <param name="text">Any text, simplified or traditional.</param>
    /// <returns>The index of each word's first character, ascending; nothing of what is not Chinese.</returns>
    public IReadOnlyList<int> Of(string text) =>
        [.. _segmenter.Cut(PlacedText.AsSent(_simplifier.Simplify(text)), UserLexicon.Empty).Words.Select(word => word.Start)];
}
