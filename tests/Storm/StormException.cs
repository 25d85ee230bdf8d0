namespace TtsConsumers.Tests.Storm;

/// <summary>The storm can't be had on this machine; the message says what is missing.</summary>
public sealed class StormException(string message) : Exception(message);
