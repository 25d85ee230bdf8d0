using System.Text;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>What can never be spoken is answered at once with a reason and kept as a dead letter (reliability.md, M1-M6).</summary>
public sealed class RefusalTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuse_EachKindOfBrokenMessage_AnswersAndBuriesEach()
    {
        (string Id, string Body, string Code)[] broken =
        [
            ("json", "not json", "malformed"),
            ("field", """{"id":"field","text":"好","txet":"x"}""", "malformed"),
            ("text", """{"id":"text"}""", "text_missing"),
            ("long", $$"""{"id":"long","text":"{{new string('好', 501)}}"}""", "text_too_long"),
            ("emoji", """{"id":"emoji","text":"😀😀"}""", "text_unspeakable"),
            ("voice", """{"id":"voice","text":"好","voice":"nobody"}""", "voice_unknown"),
            ("format", """{"id":"format","text":"好","format":"ogg"}""", "format_unknown"),
            ("speed", """{"id":"speed","text":"好","speed":9}""", "value_out_of_range"),
            ("rate", """{"id":"rate","text":"好","sample_rate":44100}""", "value_out_of_range"),
            ("lexicon", """{"id":"lexicon","text":"行","lexicon":{"行":"hang9"}}""", "value_out_of_range"),
            ("expired", """{"id":"expired","text":"好","expires_at":"2020-01-01T00:00:00Z"}""", "expired"),
        ];
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var results = await scene.ResultsAsync("refusals", Cancellation);

        foreach (var (id, body, _) in broken)
            await scene.PublishRawAsync(Encoding.UTF8.GetBytes(body), new BasicProperties { MessageId = id, ReplyTo = "refusals" }, Cancellation);
        var (answers, _) = await results.CollectAsync(broken.Length, Cancellation);
        var letters = await FarmScene.TakeAsync(scene.Vhost.Uris.Operator, Queues.Dead, broken.Length, Cancellation);

        answers.ToDictionary(answer => answer.Key, answer => answer.Value.Error!.Code.Wire())
            .ShouldBe(broken.ToDictionary(one => one.Id, one => one.Code), ignoreOrder: true);
        letters.ToDictionary(letter => letter.Properties.MessageId!, letter => Text(letter.Properties.Headers![HeaderNames.Reason]))
            .ShouldBe(broken.ToDictionary(one => one.Id, one => one.Code), ignoreOrder: true);
        letters.Select(letter => Encoding.UTF8.GetString(letter.Body.Span)).ShouldBe(broken.Select(one => one.Body), ignoreOrder: true);
    }

    [Fact]
    public async Task Refuse_OtherVersionAndBadReplyTo_AnswersToNone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var none = await scene.ResultsAsync("none", Cancellation);

        await scene.PublishRawAsync("""{"id":"v2","text":"好"}"""u8.ToArray(), new BasicProperties { Type = "tts.job.v2" }, Cancellation);
        await scene.PublishRawAsync("""{"id":"addr","text":"好"}"""u8.ToArray(), new BasicProperties { ReplyTo = "my.queue@broker" }, Cancellation);
        var (answers, _) = await none.CollectAsync(2, Cancellation);

        answers["v2"].Error!.Code.ShouldBe(ReasonCode.UnsupportedVersion);
        answers["addr"].Error!.Code.ShouldBe(ReasonCode.ReplyToInvalid);
    }

    [Fact]
    public async Task Refuse_ForgedAndForeignHeaders_NoneReachesTheDeadLetter()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        var properties = new BasicProperties
        {
            MessageId = "forged",
            Headers = new Dictionary<string, object?>
            {
                ["x-reason"] = "expired", ["x-attempt"] = "many", ["x-replay-count"] = -1, ["x-host"] = "somebody", ["mine"] = "y",
                ["BCC"] = new List<object> { "nowhere" },
            },
        };

        await scene.PublishRawAsync("junk"u8.ToArray(), properties, Cancellation);
        var letter = (await FarmScene.TakeAsync(scene.Vhost.Uris.Operator, Queues.Dead, 1, Cancellation))[0];

        // The C# client's confirm tracking adds a number of its own to each publish; nothing of the sender's is left.
        letter.Properties.Headers!.Keys.Where(name => name != "x-dotnet-pub-seq-no").ShouldBe(
            [HeaderNames.Attempt, HeaderNames.SentAt, HeaderNames.Reason, HeaderNames.Error, HeaderNames.FailedAt, HeaderNames.Host, HeaderNames.Attempts],
            ignoreOrder: true);
        Text(letter.Properties.Headers[HeaderNames.Reason]).ShouldBe("malformed");
        Text(letter.Properties.Headers[HeaderNames.Host]).ShouldBe("host-1");
    }

    /// <summary>What kills three hosts alone; and what waited at a retry level, where its first death was to expire, and then reaches the backstop of tts.jobs.</summary>
    [Theory]
    [InlineData("quarantine", "tts.quarantine", 3)]
    [InlineData("1", "tts.jobs", 21)]
    public async Task Refuse_JobThatTheBrokerGaveUp_IsAnsweredFromItsNotice(string key, string queue, int losses)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("notices", Cancellation);
        await LoseAsync(scene, """{"id":"gone","text":"好"}""", key, queue, losses);
        await scene.HostAsync(Cancellation);

        var (result, _) = await results.NextAsync(Cancellation);

        result.Id.ShouldBe("gone");
        result.Error!.Code.ShouldBe(ReasonCode.CrashLoop);
    }

    /// <summary>
    /// What hosts that die with a job do to it, without hosts: the queue's delivery limit makes it the broker's dead letter. Each loses its channel; a nack is
    /// not counted from 4.3 on.
    /// </summary>
    private static async Task LoseAsync(FarmScene scene, string body, string key, string queue, int losses)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Consumer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        await channel.BasicPublishAsync(
            Exchanges.Retry, key, true, new BasicProperties { ReplyTo = "notices" }, Encoding.UTF8.GetBytes(body), Cancellation);
        for (var lost = 0; lost < losses;)
        {
            await using var host = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            if (await host.BasicGetAsync(queue, autoAck: false, Cancellation) is not null)
                lost++;
        }
    }

    private static string Text(object? header) => Encoding.UTF8.GetString((byte[])header!);
}
