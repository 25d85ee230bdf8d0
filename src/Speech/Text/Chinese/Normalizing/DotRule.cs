using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A dot inside a name of letters: Vue.js is Vue点js, readme.txt readme点txt. Behind a title it says nothing: Mr.Li.</summary>
internal sealed partial class DotRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["title"].Success ? " " : "点";

    [GeneratedRegex(@"\G(?:(?<title>(?<=(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr))\.[ ]?(?=[A-Z]))|(?<=[A-Za-z\d][A-Za-z\d]|\d\.\d)\.(?=[A-Za-z]{2}))")]
    private static partial Regex Shape();
}
