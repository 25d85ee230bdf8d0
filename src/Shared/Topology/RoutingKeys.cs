using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Shared.Topology;

/// <summary>The routing keys of the wire contract.</summary>
public static class RoutingKeys
{
    /// <summary>Jobs on <see cref="Exchanges.Jobs"/>.</summary>
    public const string Speak = "speak";

    /// <summary>Suspects on <see cref="Exchanges.Retry"/>.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>The suffix of results whose job named none.</summary>
    public const string NoSuffix = "none";

    /// <summary>A retry level on <see cref="Exchanges.Retry"/>.</summary>
    public static string Level(int level) => level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A result's key on <see cref="Exchanges.Results"/>.</summary>
    /// <param name="status">How the job ended.</param>
    /// <param name="replyTo">The job's <c>reply_to</c>; anything that is not a suffix reads as none.</param>
    public static string Result(ResultStatus status, string? replyTo) =>
        (status == ResultStatus.Done ? "done." : "failed.") + (JobRules.IsReplySuffix(replyTo) ? replyTo : NoSuffix);

    /// <summary>What a collector binds to <see cref="Exchanges.Results"/> to get all results of a suffix.</summary>
    public static string AllResults(string suffix) => $"*.{suffix}";
}
