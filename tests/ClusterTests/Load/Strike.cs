namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>One fault that was made.</summary>
/// <param name="Name">What was done, in words.</param>
/// <param name="At">When: a <see cref="System.Diagnostics.Stopwatch"/> timestamp.</param>
/// <param name="Bound">By when all lanes must be at work again.</param>
internal sealed record Strike(string Name, long At, TimeSpan Bound);
