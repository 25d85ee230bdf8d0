using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>A host's intake without its voice: a connection, and lanes that do what a test gives them to do and settle as every lane.</summary>
internal sealed class LaneBench : IAsyncDisposable
{
    private readonly ConfirmedPublisher publisher;

    private LaneBench(IConnection connection, ConfirmedPublisher publisher)
    {
        Connection = connection;
        this.publisher = publisher;
        var settings = new HostSettings();
        var hold = new OutageHold(settings, TimeProvider.System, Surroundings.Chance, NullLogger<OutageHold>.Instance);
        var settler = new Settler(publisher, new SettlementMessages("bench", TimeProvider.System));
        Runner = new JobRunner(settler, hold, settings, Surroundings.Chance, Log);
    }

    /// <summary>The consuming connection, as the administrator: it may read a test's own queues.</summary>
    public IConnection Connection { get; }

    public JobRunner Runner { get; }

    /// <summary>What the runner tells.</summary>
    public ToldLogger<JobRunner> Log { get; } = new();

    public HostStatus Host { get; } = new(TimeProvider.System);

    public Surroundings Surroundings { get; } = new(TimeProvider.System, new LockedRandom(), NullLogger.Instance);

    /// <param name="farm">Where copies and results go.</param>
    /// <param name="cancellation">Ends the setting up.</param>
    /// <param name="port">The port of a proxy that the consuming connection goes through.</param>
    public static async Task<LaneBench> SetAsync(FarmVhost farm, CancellationToken cancellation, int? port = null)
    {
        var uri = new UriBuilder(farm.AdminUri);
        uri.Port = port ?? uri.Port;
        var options = new BrokerOptions { Broker = farm.Uris.Consumer };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        return new LaneBench(
            await FarmVhost.ConnectAsync(uri.Uri.AbsoluteUri, cancellation),
            new ConfirmedPublisher(connector, options, "bench", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance));
    }

    public Lane Lane(string queue, IJobWork work) => new(queue, work, Runner, new LaneStatus(1, 1), Host, new StopPoint(), Surroundings);

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await publisher.DisposeAsync();
    }
}
