using System.Security.Cryptography;
using RabbitMQ.Client;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;
using Xunit;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>
/// A farm of a test class's own on the run's broker: a new vhost with the shipped definitions, waits divided by <see cref="TimeScale"/>, and four
/// users. All of it goes at the end. A class fixture.
/// </summary>
public sealed class FarmVhost(BrokerFixture broker) : IAsyncLifetime
{
    public const int TimeScale = 50;

    private readonly BrokerProvisioner provisioner = new(broker.Admin, [broker.Amqp]);

    /// <summary>The vhost's name, also the suffix of its users' names.</summary>
    public string Name { get; } = $"test-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";

    /// <summary>What was imported.</summary>
    public BrokerDefinitions Definitions => BrokerDefinitions.Shipped.ForVhost(Name).WithTimeScale(TimeScale);

    /// <summary>The four users and their secrets.</summary>
    public FarmUsers Users => field ??= FarmUsers.Generate(Name);

    /// <summary>Where the four users connect.</summary>
    public FarmUris Uris { get; private set; } = null!;

    /// <summary>Where the administrator connects, who may do anything in this vhost.</summary>
    public string AdminUri => new UriBuilder(broker.Amqp) { Path = Name }.Uri.AbsoluteUri;

    /// <summary>The management API as the administrator.</summary>
    public ManagementApi Admin => broker.Admin;

    /// <summary>Provisions, also once more: what a test has broken and provisioning mends is mended.</summary>
    public async Task ProvisionAsync(CancellationToken cancellation) => Uris = await provisioner.ProvisionAsync(Definitions, Users, cancellation);

    /// <summary>The management API as the monitor; the caller disposes it.</summary>
    public ManagementApi OpenMonitor() => new(ManagementApi.AddressAs(broker.Management, new Uri(Uris.Monitor)));

    /// <summary>A connection as one of the users; the caller disposes it.</summary>
    public static Task<IConnection> ConnectAsync(string uri, CancellationToken cancellation) =>
        new ConnectionFactory { Uri = new Uri(uri), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellation);

    public async ValueTask InitializeAsync()
    {
        await ProvisionAsync(CancellationToken.None);
        // Whoever makes a vhost has all rights in it, but the user of a given AMQP URI may be another.
        var user = Uri.UnescapeDataString(broker.Amqp.UserInfo.Split(':')[0]);
        await Admin.PutAsync(ManagementApi.PathOf("permissions", Name, user), """{"configure":".*","write":".*","read":".*"}"""u8.ToArray(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await provisioner.RemoveUsersAsync(Name, CancellationToken.None);
        await provisioner.RemoveVhostAsync(Name, CancellationToken.None);
    }
}
