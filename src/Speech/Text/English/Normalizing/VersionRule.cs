using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>
/// A version: two points or more, a v, or a point after the name of software. Its parts are numbers: Python 3.11 is three point eleven.
/// </summary>
internal sealed partial class VersionRule() : NormalizationRule(Shape())
{
    private static readonly FrozenSet<string> Software = (
        "release Release version Version build Build Python Node Java Ubuntu Debian Fedora iOS Android macOS Kotlin Swift Go Rust Ruby PHP "
        + "React Angular Django Chrome Firefox CUDA PyTorch TensorFlow RabbitMQ Redis PostgreSQL MySQL Kubernetes Docker TypeScript OpenSSL "
        + "Linux kernel")
        .Split(' ').ToFrozenSet();

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var parts = match.Groups["parts"].Value.Split('.');
        var isVersion = match.Groups["v"].Success || parts.Length > 2 || Software.Contains(match.Groups["name"].Value);
        var said = string.Join(" point ", parts.Select(EnglishNumber.Say));
        return !isVersion ? null : match.Groups["v"].Success ? $"version {said}" : said;
    }

    [GeneratedRegex(@"\G(?<![\d.])(?:(?<v>v)|(?<=(?<name>[A-Za-z]+) )|(?<!v))(?<parts>\d+(?:\.\d+)+)(?![\d%])")]
    private static partial Regex Shape();
}
