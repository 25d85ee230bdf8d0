namespace TtsConsumers.Tests.Storm.Watch;

/// <summary>Jobs a second on a healthy farm.</summary>
/// <param name="Before">Before the storm.</param>
/// <param name="After">After it; 0 where it was called off.</param>
public sealed record Rates(double Before, double After);
