namespace TtsConsumers.Consumer;

/// <summary>A source of chance that all lanes may draw from at once; <see cref="Random"/> alone is for one thread.</summary>
public sealed class LockedRandom : Random
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    protected override double Sample()
    {
        lock (gate)
            return base.Sample();
    }

    /// <inheritdoc/>
    public override double NextDouble()
    {
        lock (gate)
            return base.NextDouble();
    }

    /// <inheritdoc/>
    public override int Next()
    {
        lock (gate)
            return base.Next();
    }
}
