using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>
/// reliability.md, B10, N2, N3 and quirk 8 from the client's side: whatever ends a connection or a consumer, every call gets its result.
/// </summary>
public sealed class LostConnectionTests(FarmVhost farm) : IClassFixture<FarmVhost>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FaultProxy proxy = new(new Uri(farm.Uris.Producer).Port);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    [Fact]
    public async Task SpeakAsync_ConnectionsResetWhileItWaits_PublishesAgainAndIsAnswered()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var client = await ConnectAsync();
        var speaking = client.SpeakAsync(Job("a"), Cancellation);
        var first = await answerer.NextAsync(Cancellation);

        proxy.Reset();
        var again = await answerer.NextAsync(Cancellation);
        await answerer.AnswerAsync(again, Answerer.Done(Answerer.Read(again)));

        (await speaking.WaitAsync(Patience, Cancellation)).Status.ShouldBe(ResultStatus.Done);
        again.Properties.MessageId.ShouldBe(first.Properties.MessageId);
        again.Properties.ReplyTo.ShouldBe(client.ReplySuffix);
    }

    [Fact]
    public async Task SpeakAsync_DurableQueue_IsAnsweredWithoutPublishingAgain()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var client = await ConnectAsync(ReplyQueue.Durable("lost-1"));
        var speaking = client.SpeakAsync(Job("a"), Cancellation);
        var first = await answerer.NextAsync(Cancellation);
        // Confirms keep their order: with this one, that of the first is here, without which it would rightly be published again.
        await client.PublishAsync(Job("after"), Cancellation);
        await answerer.NextAsync(Cancellation);

        proxy.Reset();
        await answerer.AnswerAsync(first, Answerer.Done(Answerer.Read(first)));

        (await speaking.WaitAsync(Patience, Cancellation)).Status.ShouldBe(ResultStatus.Done);
        await client.PublishAsync(Job("b"), Cancellation);
        (await answerer.NextAsync(Cancellation)).Properties.MessageId.ShouldBe("b");
    }

    [Fact]
    public async Task SpeakAsync_ReplyQueueDeleted_MakesItAgainAndIsAnswered()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var client = await ConnectAsync(ReplyQueue.Durable("lost-2"));
        var speaking = client.SpeakAsync(Job("a"), Cancellation);
        var job = await answerer.NextAsync(Cancellation);

        await farm.Admin.DeleteAsync($"queues/{farm.Name}/tts.reply.lost-2", Cancellation);
        // Until the queue is back results go to tts.unrouted: the same answer is given until one arrives. Receivers drop the rest.
        while (!speaking.IsCompleted)
        {
            await answerer.AnswerAsync(job, Answerer.Done(Answerer.Read(job)));
            await Task.WhenAny(speaking, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation));
        }

        (await speaking).Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task SpeakManyAsync_ConnectionsResetAgainAndAgain_AnswersEachOnce()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);
        await using var client = await ConnectAsync();
        var jobs = Enumerable.Range(0, 1000).Select(n => Job($"j{n}") with { Stream = new StreamPosition("s", n) });
        var results = new List<SpeechResult>();

        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation))
        {
            results.Add(result);
            if (results.Count % 250 == 100)
                proxy.Reset();
        }

        results.Select(result => result.Id).ShouldBe(Enumerable.Range(0, 1000).Select(n => $"j{n}"));
    }

    [Fact]
    public async Task PublishAsync_IntoABlackhole_IsPublishedAgainUnderTheSameIdUntilConfirmed()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var publisher = new JobPublisher(Options(seconds: 1) with { UnknownRepeats = 100 }, null);
        await publisher.PublishAsync(Job("before"), Cancellation);
        await answerer.NextAsync(Cancellation);

        proxy.Blackhole();
        var publishing = publisher.PublishAsync(Job("into-the-dark"), Cancellation);
        await Should.ThrowAsync<TimeoutException>(() => publishing.WaitAsync(TimeSpan.FromSeconds(1.5), Cancellation));
        proxy.Heal();

        (await publishing.WaitAsync(Patience, Cancellation)).ShouldBe(PublishReceipt.Confirmed);
        (await answerer.NextAsync(Cancellation)).Properties.MessageId.ShouldBe("into-the-dark");
    }

    [Fact]
    public async Task PublishAsync_BlackholeThatStays_IsUnknownAfterItsRepeats()
    {
        await using var publisher = new JobPublisher(Options(seconds: 1) with { UnknownRepeats = 1 }, null);
        await publisher.PublishAsync(Job("before"), Cancellation);

        proxy.Blackhole();

        (await publisher.PublishAsync(Job("lost"), Cancellation).WaitAsync(Patience, Cancellation)).Outcome.ShouldBe(PublishOutcome.Unknown);
    }

    private static SpeechJob Job(string id) => new() { Id = id, Text = "你好，世界。" };

    private SpeechClientOptions Options(int seconds = 10) => new()
    {
        Broker = new UriBuilder(farm.Uris.Producer) { Port = proxy.Port }.Uri.AbsoluteUri,
        PublishSeconds = seconds,
        ResultWait = Patience,
    };

    private Task<SpeechClient> ConnectAsync(ReplyQueue? reply = null) => SpeechClient.ConnectAsync(Options() with { Reply = reply }, Cancellation);
}
