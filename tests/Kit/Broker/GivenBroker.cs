namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>A broker somebody else runs: <c>TTS_TEST_BROKER</c> and <c>TTS_TEST_BROKER_ADMIN</c>, its management URL.</summary>
public sealed record GivenBroker(Uri Amqp, Uri Management) : ITestBroker
{
    /// <returns><see langword="null"/> where none is given.</returns>
    public static GivenBroker? FromEnvironment()
    {
        var broker = Environment.GetEnvironmentVariable("TTS_TEST_BROKER");
        var admin = Environment.GetEnvironmentVariable("TTS_TEST_BROKER_ADMIN");
        if (string.IsNullOrEmpty(broker) && string.IsNullOrEmpty(admin))
            return null;
        if (string.IsNullOrEmpty(broker) || string.IsNullOrEmpty(admin))
            throw new InvalidOperationException("TTS_TEST_BROKER (an AMQP URI) and TTS_TEST_BROKER_ADMIN (its management URL) belong together");
        return new GivenBroker(new Uri(broker), new Uri(admin));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
