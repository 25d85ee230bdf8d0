using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>Keeps the ids of what was told.</summary>
internal sealed class ToldLogger<T> : ILogger<T>
{
    private readonly ConcurrentQueue<int> told = [];

    public IReadOnlyCollection<int> Told => told;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        told.Enqueue(eventId.Id);
}
