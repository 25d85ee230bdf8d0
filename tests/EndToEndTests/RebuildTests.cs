using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Whatever makes a host stop receiving, all its lanes consume again without a restart (reliability.md, quirk 8; B7, B10, N2, N3).</summary>
public sealed class RebuildTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConnectionsClosedByTheBroker_HostAndClient_WorkOn()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        await CloseAllConnectionsAsync(scene);

        (await client.SpeakAsync(new SpeechJob { Id = "after", Text = "断线以后继续说。" }, Cancellation)).Status.ShouldBe(ResultStatus.Done);
        await host.ReadyAsync(Cancellation);
    }

    [Fact]
    public async Task QueueDeletedAndMadeAgain_Host_ConsumesFromTheNewOne()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation);
        await using var client = await scene.ClientAsync(Cancellation);

        await using (var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation))
            await channel.QueueDeleteAsync(Queues.Jobs, cancellationToken: Cancellation);
        await host.UntilAsync(async () => await host.AskAsync("/health/ready", Cancellation) == 503, "not ready without its queue", Cancellation);
        await scene.Vhost.ProvisionAsync(Cancellation);

        await host.ReadyAsync(Cancellation);
        (await client.SpeakAsync(new SpeechJob { Id = "new", Text = "新的队列也一样。" }, Cancellation)).Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task SilentBlackhole_Host_NoticesByHeartbeatAndComesBack()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);
        await using var proxy = new FaultProxy(consumer.Port);
        var host = await scene.HostAsync(
            Cancellation, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri), ("TTS_HEARTBEAT_SECONDS", "1"));
        await using var client = await scene.ClientAsync(Cancellation);

        proxy.Blackhole();
        await host.UntilAsync(async () => await host.AskAsync("/health/ready", Cancellation) == 503, "aware of the silence", Cancellation);
        proxy.Reset();
        proxy.Heal();

        await host.ReadyAsync(Cancellation);
        (await client.SpeakAsync(new SpeechJob { Id = "back", Text = "又听得见了。" }, Cancellation)).Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task DeliveriesLostOnTheWay_AllLanes_ConsumeAgainWithin30Seconds()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);
        await using var proxy = new SilentProxy(consumer.Port);
        var host = await scene.HostAsync(Cancellation, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri));
        await using var client = await scene.ClientAsync(Cancellation);
        var jobs = Enumerable.Range(0, 10).Select(i => new SpeechJob { Id = $"silent-{i}", Text = $"第{i}句在路上丢了。" });

        // One for each lane: the broker thinks that both are at work, and both wait.
        proxy.LoseDeliveries(2);
        var silence = TimeProvider.System.GetTimestamp();
        var results = await client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation);

        TimeProvider.System.GetElapsedTime(silence).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        results.Count.ShouldBe(10);
        results.ShouldAllBe(result => result.Status == ResultStatus.Done);
        proxy.Lost.ShouldBe(2);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
        (await File.ReadAllLinesAsync(host.LogFile, Cancellation)).Count(line => line.Contains("idle for 15 s")).ShouldBe(2, "one line for each lane");
    }

    [Fact]
    public async Task ConnectionResetAgainAndAgain_EveryJobIsDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);
        await using var proxy = new FaultProxy(consumer.Port);
        var host = await scene.HostAsync(Cancellation, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri));
        await using var client = await scene.ClientAsync(Cancellation);
        var jobs = Enumerable.Range(0, 200).Select(i => new SpeechJob { Id = $"reset-{i}", Text = $"第{i}次也不会丢。" });

        var resets = 0;
        List<SpeechResult> results = [];
        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), Cancellation))
        {
            results.Add(result);
            if (results.Count % 40 == 0 && resets++ < 4)
                proxy.Reset();
        }

        results.ShouldAllBe(result => result.Status == ResultStatus.Done);
        results.Count.ShouldBe(200);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task BrokerRestartedAndThenKilled_HostAndClient_LoseNothing()
    {
        await using var own = new BrokerFixture();
        await own.InitializeAsync();
        Assert.SkipWhen(own.Private is null, "only a private broker may be stopped");
        await using var scene = await FarmScene.SetAsync(own);
        var host = await scene.HostAsync(Cancellation, ("TTS_PUBLISH_SECONDS", "3"));
        await using var client = await scene.ClientAsync(Cancellation);
        using var sound = new OwnSound();
        var jobs = Enumerable.Range(0, 2000).Select(i => new SpeechJob { Id = $"restart-{i}", Text = $"第{i}句跨过了一次重启。" }).ToDictionary(job => job.Id);

        var breaking = BreakAsync(own.Private);
        List<SpeechResult> results = [];
        await foreach (var result in client.SpeakManyAsync(jobs.Values.ToAsyncEnumerable(), Cancellation))
            results.Add(result);
        await breaking;

        results.Select(result => result.Id).ShouldBe(jobs.Keys, ignoreOrder: true);
        foreach (var result in results)
            await sound.CheckAsync(result, jobs[result.Id].Text, Cancellation);
        host.HasExited.ShouldBeFalse("a lost broker is no reason to end");
        await ForgetUnroutedAsync(scene);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>The host may be back before the client's reply queue is: what it answered meanwhile went past the client, who has asked for it again.</summary>
    private static async Task ForgetUnroutedAsync(FarmScene scene)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueuePurgeAsync(Queues.Unrouted, Cancellation);
    }

    private static async Task BreakAsync(FarmBroker broker)
    {
        await broker.StopAsync();
        await broker.RestartAsync();
        await broker.KillAsync();
        await broker.RestartAsync();
    }

    /// <summary>The list of connections lags behind by a few seconds, so it is asked until it names what must be there.</summary>
    private static async Task CloseAllConnectionsAsync(FarmScene scene)
    {
        var path = ManagementApi.PathOf("vhosts", scene.Vhost.Name, "connections");
        List<string> names = [];
        while (names.Count < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
            names = [.. (await scene.Vhost.Admin.GetAsync(path, Cancellation)).EnumerateArray()
                .Select(connection => connection.GetProperty("name").GetString()!)];
        }
        foreach (var name in names)
            await scene.Vhost.Admin.DeleteAsync(ManagementApi.PathOf("connections", name), Cancellation);
    }
}
