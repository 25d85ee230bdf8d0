using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>The language of a Piper voice. Newer files say it; of older ones the name of the file or espeak-ng's voice tells.</summary>
internal static partial class PiperLanguage
{
    /// <summary>Finds the language.</summary>
    /// <param name="code">What the file says, such as <c>en_US</c>; null when it says nothing.</param>
    /// <param name="type">Its phonemes.</param>
    /// <param name="espeak">Its voice of espeak-ng.</param>
    /// <param name="file">The file's name; publishers begin it with the language.</param>
    /// <returns>Lower case, parted by hyphens; Mandarin is <c>zh</c>.</returns>
    public static string Of(string? code, PhonemeType type, string espeak, string file)
    {
        var found = !string.IsNullOrWhiteSpace(code) ? code
            : Prefix().Match(file) is { Success: true } match ? match.Value
            : type == PhonemeType.Pinyin ? "zh" : espeak;
        var language = found.Trim().Replace('_', '-').ToLowerInvariant();
        return language.Split('-')[0] == "cmn" ? $"zh{language[3..]}" : language;
    }

    /// <summary>Whether a file's name begins with a language, as publishers' do: <c>en_US-lessac-medium.onnx</c>.</summary>
    public static bool IsInName(string file) => Prefix().IsMatch(file);

    [GeneratedRegex("^[a-z]{2,3}_[A-Z]{2}(?=[-_.])")]
    private static partial Regex Prefix();
}
