using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Speech.Text.Chinese;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The words of the farm's own lexicon, read when the first long clause needs them; none where the lexicon isn't on this machine.</summary>
/// <param name="folder">The folder of the lexica (<c>TTS_LEXICON</c>).</param>
internal sealed class LexiconWords(string folder) : IWordBreaks
{
    private readonly Lazy<WordStarts?> words = new(() => TryLoad(folder));

    /// <inheritdoc/>
    public IEnumerable<int> StartsOfWords(string line) => words.Value?.Of(line) ?? [];

    /// <summary>A client's machine need not have the lexicon: long clauses then stay whole.</summary>
    private static WordStarts? TryLoad(string folder)
    {
        try
        {
            return WordStarts.Load(folder);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
