using System.Collections.Concurrent;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>What a client of the farm sees while all is well.</summary>
public sealed class SpeechClientTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private readonly ConcurrentQueue<SpeechResult> unclaimed = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SpeakAsync_Answered_GivesTheResult()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var client = await ConnectAsync();
        var job = Job("hello") with { Stream = new StreamPosition("book", 7), Metadata = new Dictionary<string, string> { ["chapter"] = "3" } };

        var speaking = client.SpeakAsync(job, Cancellation);
        var delivery = await answerer.NextAsync(Cancellation);
        await answerer.AnswerAsync(delivery, Answerer.Done(job));

        var result = await speaking;
        result.Status.ShouldBe(ResultStatus.Done);
        result.Stream.ShouldBe(job.Stream);
        result.Metadata!["chapter"].ShouldBe("3");
        delivery.Properties.MessageId.ShouldBe("hello");
        delivery.Properties.ReplyTo.ShouldBe(client.ReplySuffix);
        delivery.Headers.SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task SpeakManyAsync_AnsweredInAnyOrder_ComesOnceEachInStreamOrder()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using var client = await ConnectAsync();
        var jobs = Enumerable.Range(0, 500).Select(n => Job($"j{n}") with { Stream = new StreamPosition($"s{n % 3}", n) }).ToList();
        var answering = AnswerShuffledAsync(answerer, jobs.Count);

        var results = await client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation);

        await answering;
        results.Select(result => result.Id).ShouldBe(jobs.Select(job => job.Id), ignoreOrder: true);
        foreach (var stream in results.GroupBy(result => result.Stream!.Id))
            stream.Select(result => result.Stream!.Seq).ShouldBeInOrder();
    }

    [Fact]
    public async Task SpeakManyAsync_BrokenJobAmongOthers_IsAnsweredHere()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);
        await using var client = await ConnectAsync();
        SpeechJob[] jobs = [Job("good"), Job("bad") with { Speed = 9 }, Job("good-too")];

        var results = await client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation);

        results.Count.ShouldBe(3);
        results.Single(result => result.Id == "bad").Error!.Code.ShouldBe(ReasonCode.ValueOutOfRange);
        results.Count(result => result.Status == ResultStatus.Done).ShouldBe(2);
    }

    [Fact]
    public async Task SpeakAsync_RepeatedResults_AreDropped()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job), Answerer.Done(job), Answerer.Failed(job)]);
        await using var client = await ConnectAsync();

        await client.SpeakAsync(Job("one"), Cancellation);
        // Results come in order: once the second job has its answer, the repeats of the first have been seen.
        await client.SpeakAsync(Job("two"), Cancellation);

        unclaimed.ShouldNotContain(result => result.Id == "one");
    }

    [Fact]
    public async Task SpeakAsync_FailedThenDone_AnswersFailedAndTellsTheDone()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => job.Id == "one" ? [Answerer.Failed(job), Answerer.Done(job)] : [Answerer.Done(job)]);
        await using var client = await ConnectAsync();

        (await client.SpeakAsync(Job("one"), Cancellation)).Status.ShouldBe(ResultStatus.Failed);
        await client.SpeakAsync(Job("two"), Cancellation);

        unclaimed.ShouldHaveSingleItem().Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task SpeakAsync_NobodyAnswers_TimesOutAndSaysWhatIsKnown()
    {
        await using var client = await ConnectAsync(options => options with { ResultWait = TimeSpan.FromMilliseconds(200) });

        (await Should.ThrowAsync<TimeoutException>(() => client.SpeakAsync(Job("nobody"), Cancellation))).Message.ShouldContain("the broker has the job");
    }

    [Fact]
    public async Task SpeakAsync_NobodyBoundForJobs_SaysSo()
    {
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Jobs}", Cancellation);
        try
        {
            await using var client = await ConnectAsync();

            var error = await Should.ThrowAsync<JobNotTakenException>(() => client.SpeakAsync(Job("lost"), Cancellation));

            error.Receipt!.Outcome.ShouldBe(PublishOutcome.Returned);
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task PublishAsync_Result_IsUnclaimed()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);
        await using var client = await ConnectAsync();

        (await client.PublishAsync(Job("fire"), Cancellation)).ShouldBe(PublishReceipt.Confirmed);
        await client.SpeakAsync(Job("after"), Cancellation);

        unclaimed.ShouldHaveSingleItem().Id.ShouldBe("fire");
    }

    [Fact]
    public async Task ConnectAsync_DurableQueue_GivesWhatCameWhileNobodyListened()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        await using (var first = await ConnectAsync(options => options with { Reply = ReplyQueue.Durable("book") }))
            await first.PublishAsync(Job("slow"), Cancellation);
        var delivery = await answerer.NextAsync(Cancellation);
        await answerer.AnswerAsync(delivery, Answerer.Done(Answerer.Read(delivery)));
        answerer.AnswerAll(job => [Answerer.Done(job)]);

        await using var second = await ConnectAsync(options => options with { Reply = ReplyQueue.Durable("book") });
        await second.SpeakAsync(Job("quick"), Cancellation);

        unclaimed.ShouldHaveSingleItem().Id.ShouldBe("slow");
    }

    [Fact]
    public async Task ConnectAsync_TwoPrivateClients_GetTheirOwn()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        answerer.AnswerAll(job => [Answerer.Done(job)]);
        await using var one = await ConnectAsync();
        await using var two = await ConnectAsync();

        var results = await Task.WhenAll(one.SpeakAsync(Job("same-id"), Cancellation), two.SpeakAsync(Job("same-id"), Cancellation));

        results.Length.ShouldBe(2);
        unclaimed.ShouldBeEmpty();
    }

    [Fact]
    public async Task ConnectAsync_ResultsExchangeMissing_SaysToProvision()
    {
        await farm.Admin.DeleteAsync($"exchanges/{farm.Name}/{Exchanges.Results}", Cancellation);
        try
        {
            (await Should.ThrowAsync<FarmNotReadyException>(() => ConnectAsync())).Message.ShouldContain("tts provision");
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task ConnectAsync_AsAHost_SaysWhichUserIsNeeded() =>
        (await Should.ThrowAsync<FarmNotReadyException>(() => ConnectAsync(options => options with { Broker = farm.Uris.Consumer })))
            .Message.ShouldContain("producer");

    [Fact]
    public async Task ConnectAsync_NoBroker_Throws() =>
        await Should.ThrowAsync<BrokerUnreachableException>(() => ConnectAsync(options => options with { Broker = "amqp://127.0.0.1:1/tts" }));

    private static SpeechJob Job(string id) => new() { Id = id, Text = "你好，世界。" };

    private static async Task AnswerShuffledAsync(Answerer answerer, int count)
    {
        var chance = new Random(7);
        for (var answered = 0; answered < count;)
        {
            var batch = new List<Delivery>();
            while (batch.Count < Math.Min(20, count - answered))
                batch.Add(await answerer.NextAsync(Cancellation));
            foreach (var delivery in batch.OrderBy(_ => chance.Next()))
                await answerer.AnswerAsync(delivery, Answerer.Done(Answerer.Read(delivery)));
            answered += batch.Count;
        }
    }

    private Task<SpeechClient> ConnectAsync(Func<SpeechClientOptions, SpeechClientOptions>? change = null)
    {
        var options = new SpeechClientOptions
        {
            Broker = farm.Uris.Producer,
            ResultWait = TimeSpan.FromSeconds(60),
            Unclaimed = (result, _) =>
            {
                unclaimed.Enqueue(result);
                return ValueTask.CompletedTask;
            },
        };
        return SpeechClient.ConnectAsync(change is null ? options : change(options), Cancellation);
    }
}
