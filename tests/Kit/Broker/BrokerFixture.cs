using TtsConsumers.Shared.Topology.Provisioning;
using Xunit;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>
/// The one broker of a test run: a given one, else one in a container, else Debian's. An assembly fixture; a class takes a vhost of its own on it
/// with <see cref="FarmVhost"/>.
/// </summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    private ITestBroker? broker;
    private ManagementApi? admin;

    /// <summary>For a broker that a test has started itself.</summary>
    public static BrokerFixture Of(FarmBroker broker) => new() { broker = broker };

    /// <summary>The AMQP address as the administrator; no vhost.</summary>
    public Uri Amqp => Running.Amqp;

    /// <summary>The management address as the administrator.</summary>
    public Uri Management => Running.Management;

    /// <summary>The management API as the administrator.</summary>
    public ManagementApi Admin => admin ??= new ManagementApi(Management);

    /// <summary>Where the broker is a private one, it may be stopped and started; <see langword="null"/> for any other.</summary>
    public FarmBroker? Private => broker as FarmBroker;

    private ITestBroker Running => broker ?? throw new InvalidOperationException("the fixture is not started");

    public async ValueTask InitializeAsync() =>
        broker = GivenBroker.FromEnvironment() ?? (ITestBroker?)await ContainerBroker.TryStartAsync() ?? await FarmBroker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        admin?.Dispose();
        if (broker is not null)
            await broker.DisposeAsync();
    }
}
