namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Knows the words of a script that writes no spaces. Whoever cuts texts with long clauses gives one (the <c>tts</c> command uses the farm's lexicon);
/// without it such a clause stays whole, for a cut could be inside a word.
/// </summary>
public interface IWordBreaks
{
    /// <summary>Finds the places between two words.</summary>
    /// <param name="line">One line of text.</param>
    /// <returns>The indices of the characters that a word begins with; in any order, those in other scripts may be there or not.</returns>
    IEnumerable<int> StartsOfWords(string line);
}
