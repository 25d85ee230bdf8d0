namespace TtsConsumers.Bench;

/// <summary>Something could not be measured; the message says why.</summary>
public sealed class BenchException(string message) : Exception(message);
