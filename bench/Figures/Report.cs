using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Bench.Figures;

/// <summary>All of a run, as <c>--json</c> writes it.</summary>
/// <param name="Machine">What it ran on.</param>
/// <param name="Versions">What was measured: the names of programs and libraries with their versions.</param>
/// <param name="Figures">What came out.</param>
public sealed record Report(Machine Machine, IReadOnlyDictionary<string, string> Versions, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool IsMet => Figures.All(figure => figure.IsMet);

    public string ToJson() => JsonSerializer.Serialize(
        new Written(Machine, Versions, [.. Figures.Select(figure => new WrittenFigure(
            figure.Name, figure.Unit, Round(figure.Min), Round(figure.Median), Round(figure.Max), figure.Rounds.Count,
            figure.Goal?.Value, figure.Goal is { } goal ? goal.Least ? "at least" : "at most" : null, figure.IsMet, figure.Load,
            [.. figure.Rounds.Select(Round)]))]),
        Options) + "\n";

    private static double Round(double value) => Math.Round(value, 4);

    private sealed record Written(Machine Machine, IReadOnlyDictionary<string, string> Versions, IReadOnlyList<WrittenFigure> Figures);

    private sealed record WrittenFigure(
        string Name,
        string Unit,
        double Min,
        double Median,
        double Max,
        int Rounds,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Goal,
        string? GoalIs,
        bool Met,
        double Load,
        IReadOnlyList<double> Values);
}
