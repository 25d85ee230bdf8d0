namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>A real broker that tests may do anything to, as its administrator.</summary>
public interface ITestBroker : IAsyncDisposable
{
    /// <summary>Its AMQP address with the administrator's name and password; no vhost.</summary>
    Uri Amqp { get; }

    /// <summary>Its management address with the administrator's name and password.</summary>
    Uri Management { get; }
}
