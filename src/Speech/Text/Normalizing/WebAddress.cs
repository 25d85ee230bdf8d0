using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.Normalizing;

/// <summary>What a web or mail address looks like. A mark at its end belongs to the sentence.</summary>
internal static partial class WebAddress
{
    /// <summary>The shape; the group <c>address</c> leaves <c>http://</c> away.</summary>
    [GeneratedRegex(
        """
        \G(?<![A-Za-z0-9_@.])(?:
          https?://(?<address>[A-Za-z0-9_.:/?&=%#~+@-]*[A-Za-z0-9_/])
          |(?<address>
            www\.[A-Za-z0-9_.:/?&=%#~+-]*[A-Za-z0-9_/]
            |[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+
            |[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:com|cn|org|net|io|edu|gov|dev|ai)(?![A-Za-z0-9_.]*[A-Za-z0-9_])
              (?:/[A-Za-z0-9_.?&=%#~+/-]*[A-Za-z0-9_/])?
          ))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Shape();
}
