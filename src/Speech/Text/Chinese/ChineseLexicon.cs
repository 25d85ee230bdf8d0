using TtsConsumers.Speech.Text.Chinese.Contexts;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>The tables of lexicon/zh.</summary>
/// <param name="Hanzi">hanzi.tsv: character, syllables, the most common first.</param>
/// <param name="Words">words.tsv and phrases.tsv.</param>
/// <param name="Syllables">pinyin-to-phonemes.tsv.</param>
/// <param name="Traditional">traditional.tsv: traditional writing, simplified writing.</param>
/// <param name="Contexts">contexts.tsv.</param>
internal sealed record ChineseLexicon(LexiconTable Hanzi, WordList Words, Syllables Syllables, LexiconTable Traditional, CharacterContexts Contexts)
{
    /// <summary>Reads the tables of a folder.</summary>
    public static ChineseLexicon Load(string folder)
    {
        var words = new WordList(Table("words.tsv"), Table("phrases.tsv"));
        return new ChineseLexicon(Table("hanzi.tsv"), words, new Syllables(Table("pinyin-to-phonemes.tsv")), Table("traditional.tsv"),
            CharacterContexts.Load(Path.Combine(folder, "contexts.tsv")));

        LexiconTable Table(string name) => LexiconTable.Load(Path.Combine(folder, name));
    }
}
