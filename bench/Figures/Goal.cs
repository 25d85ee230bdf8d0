namespace TtsConsumers.Bench.Figures;

/// <summary>What a figure should be; of shared/design/performance.md.</summary>
/// <param name="Least">Whether more is better.</param>
/// <param name="Value">The bound, which itself is good.</param>
public sealed record Goal(bool Least, double Value)
{
    public static Goal AtLeast(double value) => new(true, value);

    public static Goal AtMost(double value) => new(false, value);

    public bool IsMetBy(double figure) => Least ? figure >= Value : figure <= Value;

    public override string ToString() => $"{(Least ? "≥" : "≤")} {Number.Of(Value)}";
}
