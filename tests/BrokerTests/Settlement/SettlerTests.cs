using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.BrokerTests.Plumbing;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;
using Outcome = TtsConsumers.Consumer.Settlement.Outcome;

namespace TtsConsumers.Tests.BrokerTests.Settlement;

/// <summary>Publish, await the confirm, and only then ack: each settlement against a real broker that takes it or not (reliability.md, "Settlement"; P1).</summary>
public sealed class SettlerTests(BrokerFixture broker) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly JobProblem Problem = new(ReasonCode.SynthesisFailed, "the model said no");

    private readonly FarmVhost farm = new(broker);
    private IConnection connection = null!;
    private IChannel channel = null!;
    private ScratchQueue queue = null!;
    private Subscription subscription = null!;
    private ConfirmedPublisher publisher = null!;
    private JobInHand job = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await farm.InitializeAsync();
        connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueueDeclareAsync("answers", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await BindAnswersAsync();
        var options = new BrokerOptions { Broker = farm.Uris.Consumer, PublishSeconds = 3 };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        publisher = new ConfirmedPublisher(connector, options, "settler", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance);
        queue = await ScratchQueue.MakeAsync(farm, Cancellation);
        await queue.PublishAsync("""{"id":"a","text":"好"}""", Cancellation);
        subscription = await Subscription.StartAsync(connection, queue.Name, 1, TimeProvider.System, Cancellation);
        job = new JobInHand(await subscription.Deliveries.ReadAsync(Cancellation), new StopPoint()) { Id = "a" };
    }

    public async ValueTask DisposeAsync()
    {
        await subscription.DisposeAsync();
        await queue.DisposeAsync();
        await publisher.DisposeAsync();
        await channel.DisposeAsync();
        await connection.DisposeAsync();
        await farm.DisposeAsync();
    }

    /// <summary>The break that loses jobs: an ack that does not wait for its confirm.</summary>
    [Theory]
    [InlineData("answer", Exchanges.Results)]
    [InlineData("retry", Exchanges.Retry)]
    [InlineData("quarantine", Exchanges.Retry)]
    [InlineData("dead letter", Exchanges.Dead)]
    [InlineData("dead letter", Exchanges.Results)]
    public async Task CarryOut_ExchangeGone_IsAnOutageAndTheJobIsNotAcked(string name, string exchange)
    {
        await channel.ExchangeDeleteAsync(exchange, cancellationToken: Cancellation);
        var outcome = new Outcome.Transient(Problem);

        var outage = (await CarryOutAsync(Decision(name), outcome)).ShouldBeOfType<Outcome.Outage>();

        (outage.Dependency, outage.Then).ShouldBe((exchange, outcome));
        outage.Detail.ShouldNotBeEmpty();
        (await IsGivenBackAsync()).ShouldBeTrue("it was not acked");
    }

    /// <summary>A publish nobody is bound for is confirmed and dropped unless it is mandatory.</summary>
    [Theory]
    [InlineData("retry", "tts.retry.1")]
    [InlineData("quarantine", Queues.Quarantine)]
    public async Task CarryOut_QueueGone_IsAnOutageAndTheJobIsNotAcked(string name, string target)
    {
        await channel.QueueDeleteAsync(target, cancellationToken: Cancellation);

        (await CarryOutAsync(Decision(name), new Outcome.Suspect())).ShouldBeOfType<Outcome.Outage>();

        (await IsGivenBackAsync()).ShouldBeTrue("it was not acked");
    }

    [Theory]
    [InlineData("answer", "answers")]
    [InlineData("retry", Queues.Jobs)]
    [InlineData("quarantine", Queues.Quarantine)]
    [InlineData("dead letter", Queues.Dead)]
    public async Task CarryOut_Confirmed_IsThereAndTheJobIsAcked(string name, string target)
    {
        (await CarryOutAsync(Decision(name), new Outcome.Transient(Problem))).ShouldBeNull();

        await UntilAsync(target, 1);
        job.Stage.ShouldBe(Stage.AfterAck);
        (await IsGivenBackAsync()).ShouldBeFalse("it was acked");
    }

    [Fact]
    public async Task CarryOut_DeadLetter_IsAnsweredToo()
    {
        await CarryOutAsync(Decision("dead letter"), new Outcome.Rejected(Problem));

        await UntilAsync(Queues.Dead, 1);
        await UntilAsync("answers", 1);
    }

    [Fact]
    public async Task CarryOut_ResultsComeBackAfterTheLetter_WritesNoSecondLetter()
    {
        await channel.ExchangeDeleteAsync(Exchanges.Results, cancellationToken: Cancellation);
        var outage = (Outcome.Outage)(await CarryOutAsync(Decision("dead letter"), new Outcome.Rejected(Problem)))!;
        job.DeadLetterConfirmed.ShouldBeTrue();
        await farm.ProvisionAsync(Cancellation);
        await BindAnswersAsync();

        (await CarryOutAsync(Decision("dead letter"), outage.Then!)).ShouldBeNull();

        await UntilAsync("answers", 1);
        (await channel.MessageCountAsync(Queues.Dead, Cancellation)).ShouldBe(1u);
    }

    [Fact]
    public async Task CarryOut_LetterNotTaken_SaysNothingToTheSender()
    {
        await channel.ExchangeDeleteAsync(Exchanges.Dead, cancellationToken: Cancellation);

        await CarryOutAsync(Decision("dead letter"), new Outcome.Rejected(Problem));

        job.DeadLetterConfirmed.ShouldBeFalse();
        (await channel.MessageCountAsync("answers", Cancellation)).ShouldBe(0u, "a failed result promises that there is a letter");
    }

    [Fact]
    public async Task CarryOut_NothingToSay_OnlyAcks()
    {
        (await CarryOutAsync(new SettlementDecision.Answer(null), new Outcome.Done(null))).ShouldBeNull();

        (await IsGivenBackAsync()).ShouldBeFalse("it was acked");
        (await channel.MessageCountAsync("answers", Cancellation)).ShouldBe(0u);
    }

    [Fact]
    public async Task CarryOut_GiveBack_IsBackInItsQueue()
    {
        (await CarryOutAsync(new SettlementDecision.GiveBack(), new Outcome.Stopping())).ShouldBeNull();

        (await subscription.Deliveries.ReadAsync(Cancellation)).Redelivered.ShouldBeTrue();
    }

    [Fact]
    public async Task CarryOut_Forget_SaysNothing()
    {
        (await CarryOutAsync(new SettlementDecision.Forget(), new Outcome.ChannelGone())).ShouldBeNull();

        job.Delivery.IsGone.ShouldBeFalse();
        (await IsGivenBackAsync()).ShouldBeTrue("nothing was said about it");
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("retry")]
    [InlineData("quarantine")]
    [InlineData("dead letter")]
    [InlineData("give back")]
    public async Task CarryOut_ChannelGone_PublishesNothing(string name)
    {
        await subscription.DisposeAsync();

        (await CarryOutAsync(Decision(name), new Outcome.Transient(Problem))).ShouldBeOfType<Outcome.ChannelGone>();

        foreach (var target in (string[])["answers", Queues.Dead, Queues.Quarantine, "tts.retry.1", Queues.Jobs])
            (await channel.MessageCountAsync(target, Cancellation)).ShouldBe(0u, target);
    }

    [Fact]
    public async Task CarryOut_GraceIsOver_IsStoppingAndTheJobIsNotAcked()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        var outcome = await Settler().CarryOutAsync(Decision("answer"), new Outcome.Done(null), job, over.Token);

        outcome.ShouldBeOfType<Outcome.Stopping>();
        (await IsGivenBackAsync()).ShouldBeTrue("it was not acked");
    }

    private SettlementDecision Decision(string name) => name switch
    {
        "answer" => new SettlementDecision.Answer(new SpeechResult { Id = "a", Status = ResultStatus.Done }),
        "retry" => new SettlementDecision.Retry(1, 2),
        "quarantine" => new SettlementDecision.Quarantine(),
        "dead letter" => new SettlementDecision.DeadLetter(Problem),
        _ => new SettlementDecision.GiveBack(),
    };

    private Settler Settler() => new(publisher, new SettlementMessages("host-1", TimeProvider.System));

    private Task<Outcome?> CarryOutAsync(SettlementDecision decision, Outcome outcome) => Settler().CarryOutAsync(decision, outcome, job, Cancellation);

    private Task BindAnswersAsync() => channel.QueueBindAsync("answers", Exchanges.Results, "#", cancellationToken: Cancellation);

    /// <summary>Whether the broker still has the job once the channel that delivered it is gone.</summary>
    private async Task<bool> IsGivenBackAsync()
    {
        await subscription.DisposeAsync();
        // A get on a quorum queue waits its turn behind the return of what the channel held.
        return await channel.BasicGetAsync(queue.Name, autoAck: true, Cancellation) is not null;
    }

    private async Task UntilAsync(string target, uint count)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await channel.MessageCountAsync(target, Cancellation) != count)
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience, $"{target} never had {count}");
            await Task.Delay(Look, Cancellation);
        }
    }
}
