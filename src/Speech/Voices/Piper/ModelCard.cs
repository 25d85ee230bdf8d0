using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>The licence of a Piper voice: its publishers write it into the file MODEL_CARD beside it.</summary>
internal static partial class ModelCard
{
    private const string Unknown = "unknown";

    /// <summary>Reads the licence.</summary>
    /// <param name="folder">The voice's folder.</param>
    /// <param name="name">The voice's name. A card named after it is its own; MODEL_CARD is when there is no other voice in the folder.</param>
    /// <returns>The line's words; <c>unknown</c> when there is no such line.</returns>
    public static string LicenseIn(string folder, string name)
    {
        try
        {
            string[] cards = Directory.GetFiles(folder, "*" + PiperModel.ConfigEnding).Length == 1
                ? [$"{name}.MODEL_CARD", "MODEL_CARD", "MODEL_CARD.md"] : [$"{name}.MODEL_CARD"];
            return cards.Select(card => Path.Combine(folder, card)).Where(File.Exists)
                .Select(card => License().Match(File.ReadAllText(card))).FirstOrDefault(match => match.Success)?.Groups["license"].Value.Trim() ?? Unknown;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    [GeneratedRegex(@"^\s*[*-]?\s*licen[sc]e\s*:\s*(?<license>[^\r\n]{1,200})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex License();
}
