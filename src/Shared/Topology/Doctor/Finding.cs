namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>One difference between a broker and the shipped definitions.</summary>
/// <param name="Kind">What sort of difference.</param>
/// <param name="Subject">What it is about, e.g. <c>queue tts.jobs</c>.</param>
/// <param name="Problem">What is wrong, going on from the subject.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Finding(FindingKind Kind, string Subject, string Problem, string Remedy)
{
    /// <summary>All of it as one line.</summary>
    public override string ToString() => $"{Subject} {Problem}: {Remedy}";

    internal static Finding Missing(string subject) =>
        new(FindingKind.Missing, subject, "is missing", "import infra/rabbitmq-definitions.json again (tts provision)");
}
