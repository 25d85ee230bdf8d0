using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>
/// reliability.md, B1 and B2, from the client's side. On a broker of its own: the run's broker serves other tests meanwhile.
/// </summary>
public sealed class BrokerRestartTests
{
    private const string DebiansBroker = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const int Jobs = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SpeakManyAsync_BrokerRestartedAndLaterKilled_AnswersEachOnceInOrder(bool durable)
    {
        Assert.SkipUnless(File.Exists(DebiansBroker), $"{DebiansBroker} is not there, and only Debian's broker can be stopped and started");
        await using var broker = await FarmBroker.StartAsync();
        var uris = await ProvisionAsync(broker);
        await using var client = await SpeechClient.ConnectAsync(
            new SpeechClientOptions { Broker = uris.Producer, Reply = durable ? ReplyQueue.Durable("restart") : null, UnknownRepeats = 100, ResultWait = Patience },
            Cancellation);
        var jobs = Enumerable.Range(0, Jobs).Select(n => new SpeechJob { Id = $"j{n}", Text = "你好。", Stream = new StreamPosition("s", n) });
        var speaking = client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation).AsTask();

        // First the clean stop: RabbitMQ 3.10 loses a quorum queue for good that is killed within a second of its making.
        await AnswerSomeAsync(uris, then: broker.StopAsync);
        await broker.RestartAsync();
        await AnswerSomeAsync(uris, then: broker.KillAsync);
        await broker.RestartAsync();
        await using var answerer = await Answerer.StartAsync(uris.Consumer, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);

        (await speaking.WaitAsync(Patience, Cancellation)).Select(result => result.Id).ShouldBe(Enumerable.Range(0, Jobs).Select(n => $"j{n}"));
    }

    private static async Task AnswerSomeAsync(FarmUris uris, Func<Task> then)
    {
        await using var answerer = await Answerer.StartAsync(uris.Consumer, Cancellation);
        for (var n = 0; n < Jobs / 3; n++)
        {
            var job = await answerer.NextAsync(Cancellation);
            await answerer.AnswerAsync(job, Answerer.Done(Answerer.Read(job)));
        }
        await then();
    }

    private static async Task<FarmUris> ProvisionAsync(FarmBroker broker)
    {
        using var admin = new ManagementApi(broker.Management);
        return await new BrokerProvisioner(admin, [broker.Amqp]).ProvisionAsync(BrokerDefinitions.Shipped, FarmUsers.Generate(), Cancellation);
    }
}
