using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Doctor;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Topology;

public sealed class BrokerProvisionerTests(FarmVhost farm, BrokerFixture broker) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Provision_Again_KeepsWhatIsQueued()
    {
        await PublishAsync(farm.Uris.Producer, Exchanges.Jobs, RoutingKeys.Speak, "kept");

        await farm.ProvisionAsync(Cancellation);

        (await TakeAsync(Queues.Jobs)).ShouldBe("kept");
    }

    [Fact]
    public async Task Provision_DividedWaits_AreTheBrokersWaits()
    {
        await PublishAsync(farm.Uris.Consumer, Exchanges.Retry, RoutingKeys.Level(1), "back soon");
        var started = TimeProvider.System.GetTimestamp();

        // 5 s as shipped, 100 ms here: long before 5 s it is back on tts.jobs.
        (await TakeAsync(Queues.Jobs)).ShouldBe("back soon");

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Provision_VhostWithOddCharacters_IsReachedByTheUrisThatComeBack()
    {
        var name = $"tts/ä 100% {farm.Name}";
        var provisioner = new BrokerProvisioner(broker.Admin, [broker.Amqp]);
        var suffix = $"{farm.Name}-odd";
        try
        {
            var uris = await provisioner.ProvisionAsync(BrokerDefinitions.Shipped.ForVhost(name), FarmUsers.Generate(suffix), Cancellation);

            await using var connection = await FarmVhost.ConnectAsync(uris.Consumer, Cancellation);
            (await TopologyCheck.MissingAsync(connection, Cancellation)).ShouldBeEmpty();
            (await new TopologyDoctor(BrokerDefinitions.Shipped.ForVhost(name), FarmUsers.Named(suffix))
                .ExamineAsync(broker.Admin, administrator: null, Cancellation)).ShouldBeEmpty();
        }
        finally
        {
            await provisioner.RemoveUsersAsync(suffix, Cancellation);
            await provisioner.RemoveVhostAsync(name, Cancellation);
        }
    }

    [Fact]
    public async Task Provision_NewSecrets_ShutTheOldOnesOut()
    {
        var provisioner = new BrokerProvisioner(broker.Admin, [broker.Amqp]);
        var suffix = $"{farm.Name}-twice";
        try
        {
            var first = await provisioner.ProvisionAsync(farm.Definitions, FarmUsers.Generate(suffix), Cancellation);
            var second = await provisioner.ProvisionAsync(farm.Definitions, FarmUsers.Generate(suffix), Cancellation);

            await Should.ThrowAsync<BrokerUnreachableException>(() => FarmVhost.ConnectAsync(first.Producer, Cancellation));
            await using var connection = await FarmVhost.ConnectAsync(second.Producer, Cancellation);
        }
        finally
        {
            await provisioner.RemoveUsersAsync(suffix, Cancellation);
        }
    }

    [Fact]
    public async Task RemoveUsers_Provisioned_ShutsThemOutAndMayBeRepeated()
    {
        var provisioner = new BrokerProvisioner(broker.Admin, [broker.Amqp]);
        var suffix = $"{farm.Name}-gone";
        var uris = await provisioner.ProvisionAsync(farm.Definitions, FarmUsers.Generate(suffix), Cancellation);

        await provisioner.RemoveUsersAsync(suffix, Cancellation);
        await provisioner.RemoveUsersAsync(suffix, Cancellation);

        await Should.ThrowAsync<BrokerUnreachableException>(() => FarmVhost.ConnectAsync(uris.Operator, Cancellation));
    }

    [Fact]
    public void Generate_SuffixAndGivenPassword_AreUsedAndTheRestIsSecret()
    {
        var users = FarmUsers.Generate("blue", new Dictionary<string, string> { ["consumer"] = "p@ss/word" });
        var others = FarmUsers.Generate("blue");

        users.All.Select(user => user.Definition.Name).ShouldBe(["producer-blue", "consumer-blue", "operator-blue", "monitor-blue"]);
        users.Consumer.UriAt([new Uri("amqp://x:y@10.0.0.1:5672/z"), new Uri("amqps://second")], "tts")
            .ShouldBe("amqp://consumer-blue:p%40ss%2Fword@10.0.0.1:5672/tts,amqps://consumer-blue:p%40ss%2Fword@second/tts");
        users.Producer.Password.Length.ShouldBeGreaterThanOrEqualTo(32);
        users.Producer.Password.ShouldNotBe(others.Producer.Password);
        $"{users}".ShouldNotContain(users.Producer.Password);
    }

    [Fact]
    public async Task AnyCall_NotAnAdministrator_SaysWhoWasRefusedWhat()
    {
        using var monitor = farm.OpenMonitor();
        var provisioner = new BrokerProvisioner(monitor, [broker.Amqp]);

        var error = await Should.ThrowAsync<ManagementApiException>(() => provisioner.ProvisionAsync(farm.Definitions, farm.Users, Cancellation));

        error.Message.ShouldContain(monitor.User);
        error.Message.ShouldContain("PUT vhosts/");
    }

    [Fact]
    public async Task AnyCall_NobodyListens_NamesTheSetting()
    {
        using var api = new ManagementApi(new Uri("http://a:b@127.0.0.1:1"));

        var error = await Should.ThrowAsync<ManagementApiException>(() => api.GetAsync("overview", Cancellation));

        error.Message.ShouldContain("http://127.0.0.1:1");
        error.Message.ShouldContain("TTS_BROKER_ADMIN");
        error.Message.ShouldNotContain("a:b");
    }

    private static async Task PublishAsync(string uri, string exchange, string routingKey, string body)
    {
        await using var connection = await FarmVhost.ConnectAsync(uri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, System.Text.Encoding.UTF8.GetBytes(body), Cancellation);
    }

    /// <summary>The next message of a queue, waited for, and acked.</summary>
    private async Task<string> TakeAsync(string queue)
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var taken = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var body = System.Text.Encoding.UTF8.GetString(delivery.Body.Span);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, Cancellation);
            taken.TrySetResult(body);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, Cancellation);
        return await taken.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }
}
