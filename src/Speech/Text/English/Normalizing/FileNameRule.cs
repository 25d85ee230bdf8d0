using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The dot in the name of a file is said: config.yaml is "config dot yaml".</summary>
internal sealed partial class FileNameRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => " dot ";

    [GeneratedRegex(
        """
        \G(?<=[A-Za-z\d_-])\.(?=(?:
          txt|pdf|docx?|xlsx?|pptx?|csv|tsv|json|ya?ml|toml|xml|html?|css|jsx?|tsx?|py|cs|cpp|hpp|java|rb|rs|sh|bat|exe|dll|so|zip|tar|gz|rar|7z|jpe?g|png|gif|svg
          |webp|mp[34]|wav|flac|ogg|opus|avi|mov|mkv|md|log|ini|cfg|conf|sql|db|bak|iso|apk|epub|onnx|bin|dat|tmp|lock|sln|csproj
        )(?![A-Za-z\d]))
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
