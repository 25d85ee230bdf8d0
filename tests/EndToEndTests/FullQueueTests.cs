using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// Queues that are full, and dead letters that have nowhere to go (reliability.md, B12, B13; P2, P6): what can't be written is held, nothing moves to the
/// dead letters that does not belong there, and all flows again.
/// </summary>
public sealed class FullQueueTests(BrokerFixture broker)
{
    private const int Behind = 10;

    private static readonly TimeSpan SomeTime = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JobsFull_SendersAreToldAndWhatComesBackFromARetryWaits()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        await LimitAsync(scene, Queues.Jobs, 5);
        var sent = 0;
        while ((await ledger.TryPublishAsync(Job($"sent-{sent}"))).Outcome != PublishOutcome.Refused)
            (++sent).ShouldBeLessThan(20, "a queue overshoots its limit, but not by much");
        await PublishAsync(scene, Exchanges.Retry, RoutingKeys.Level(1), Job("retried"));
        ledger.Note(Job("retried"));

        // Twenty times what it has to wait there.
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        (await ledger.CountAsync(Queues.Dead)).ShouldBe(0u);
        (await ledger.CountAsync(Queues.DeadNotices)).ShouldBe(0u);
        var host = await scene.HostAsync(Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == sent + 1, "done with the retried one too", Cancellation);

        await FreeAsync(scene, Queues.Jobs);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    [Fact]
    public async Task RetriesFull_TheHostHoldsTheJobAndTakesNoOther()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(
            Cancellation, ("TTS_LANES", "1"), ("TTS_MAX_ATTEMPTS", "2"), ("TTS_MODELS", SickVoice.Make(scene.Folder)), ("TTS_MODEL", SickVoice.Name));
        await using var ledger = await Ledger.OpenAsync(scene);
        await FillAsync(scene, Queues.Retry(1));
        ledger.Condemn("sick", ReasonCode.AttemptsExhausted);
        await ledger.PublishAsync(new SpeechJob { Id = "sick", Text = SickVoice.Silent });

        await HoldsAsync(host, ledger);
        (await ledger.CountAsync(Queues.Dead)).ShouldBe(0u, "an outage makes no dead letters");
        await EmptyAsync(scene, Queues.Retry(1));

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    [Fact]
    public async Task DeadLettersFull_TheHostHoldsTheRefusedJob_TheBrokerWhatItGaveUp_AndBothAreAnsweredOnce()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        await FillAsync(scene, Queues.Dead);
        await LoseAsync(scene, Job("given-up"));
        ledger.Note(Job("given-up"));
        ledger.Condemn("given-up", ReasonCode.CrashLoop);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"));
        await RefuseOneAsync(ledger);

        await HoldsAsync(host, ledger);
        await EmptyAsync(scene, Queues.Dead);

        await ledger.CloseAsync(faults: 1);
    }

    [Fact]
    public async Task DeadLettersMissing_TheHostHoldsTheRefusedJobUntilTheyAreBack()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"));
        await using var ledger = await Ledger.OpenAsync(scene);
        await scene.DeleteExchangesAsync(Exchanges.Dead);
        await RefuseOneAsync(ledger);

        await HoldsAsync(host, ledger);
        await scene.Vhost.ProvisionAsync(Cancellation);

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    private static SpeechJob Job(string id) => new() { Id = id, Text = $"{id.Length}个字母的名字。" };

    private static async Task RefuseOneAsync(Ledger ledger)
    {
        ledger.Condemn("refused", ReasonCode.VoiceUnknown);
        await ledger.PublishAsync(Job("refused") with { Voice = "nobody" });
    }

    /// <summary>The host's one lane holds its job, and those behind it wait in their queue, not with the host.</summary>
    private static async Task HoldsAsync(HostProcess host, Ledger ledger)
    {
        await host.UntilStatsAsync(stats => stats.GetProperty("lanes")[0].GetProperty("state").GetString() == "holding", "holding", Cancellation);
        await ledger.PublishManyAsync("behind", Behind);
        await Task.Delay(SomeTime, Cancellation);
        (await ledger.CountAsync(Queues.Jobs)).ShouldBe((uint)Behind, "a held lane takes nothing");
        var (status, said) = await host.ReadAsync("/health/ready", Cancellation);
        status.ShouldBe(503, said);
        said.ShouldContain("every lane holds a job: tts.");
        (await File.ReadAllTextAsync(host.LogFile, Cancellation)).ShouldContain("is held");
    }

    /// <summary>A limit, by a policy above the farm's own and else like it.</summary>
    private static async Task LimitAsync(FarmScene scene, string queue, int messages)
    {
        var definition = new Dictionary<string, JsonElement>(scene.Vhost.Definitions.Policies.Single(policy => policy.Name == queue).Definition)
        {
            ["max-length"] = JsonSerializer.SerializeToElement(messages),
        };
        // What fills a retry queue stays there.
        definition.Remove("message-ttl");
        var policy = new Dictionary<string, object>
        {
            ["pattern"] = $"^{queue.Replace(".", @"\.")}$", ["apply-to"] = "queues", ["priority"] = 100, ["definition"] = definition,
        };
        await scene.Vhost.Admin.PutAsync(PolicyOf(scene, queue), JsonSerializer.SerializeToUtf8Bytes(policy), Cancellation);
    }

    private static Task FreeAsync(FarmScene scene, string queue) => scene.Vhost.Admin.DeleteAsync(PolicyOf(scene, queue), Cancellation);

    private static string PolicyOf(FarmScene scene, string queue) => ManagementApi.PathOf("policies", scene.Vhost.Name, $"full-{queue}");

    /// <summary>Limits a queue and puts something into it that is nobody's, until it says no.</summary>
    private static async Task FillAsync(FarmScene scene, string queue)
    {
        await LimitAsync(scene, queue, 1);
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        await Should.ThrowAsync<PublishException>(async () =>
        {
            for (var filler = 0; filler < 20; filler++)
                await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties(), "filler"u8.ToArray(), Cancellation);
        });
    }

    private static async Task EmptyAsync(FarmScene scene, string queue)
    {
        await FreeAsync(scene, queue);
        await scene.Vhost.Admin.DeleteAsync(ManagementApi.PathOf("queues", scene.Vhost.Name, queue, "contents"), Cancellation);
    }

    /// <summary>What three hosts do to a job that die with it, alone: the broker gives it up.</summary>
    private static async Task LoseAsync(FarmScene scene, SpeechJob job)
    {
        await PublishAsync(scene, Exchanges.Retry, RoutingKeys.Quarantine, job);
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Consumer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        for (var lost = 0; lost < 3;)
        {
            if (await channel.BasicGetAsync(Queues.Quarantine, autoAck: false, Cancellation) is not { } got)
                continue;
            await channel.BasicNackAsync(got.DeliveryTag, multiple: false, requeue: true, Cancellation);
            lost++;
        }
    }

    private static async Task PublishAsync(FarmScene scene, string exchange, string key, SpeechJob job)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Consumer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        var properties = new BasicProperties { Persistent = true, MessageId = job.Id, ReplyTo = Ledger.Suffix };
        await channel.BasicPublishAsync(exchange, key, mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(job, ContractJson.Job), Cancellation);
    }
}
