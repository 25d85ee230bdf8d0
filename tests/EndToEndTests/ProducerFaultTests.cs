using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Producers that die, or never hear of their publish (reliability.md, P1, P2; the promises P1 to P3).</summary>
public sealed class ProducerFaultTests(BrokerFixture broker)
{
    private static readonly SpeechJob Early = new() { Id = "early", Text = "这一句早就到了。" };
    private static readonly SpeechJob Last = new() { Id = "last", Text = "这一句是最后一句。" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledAfterTheConfirm_TheJobIsDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        await using var producer = ProducerProcess.Start(scene.Vhost.Uris.Producer);

        await producer.WriteAsync(Last);
        (await producer.OutcomeAsync(Cancellation)).ShouldBe("confirmed");
        await producer.KillAsync();
        ledger.Note(Last);

        await scene.HostAsync(Cancellation);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    /// <summary>It dies while the job is on its way, or while the confirm is. Its successor knows neither, and publishes again under the same id.</summary>
    [Theory]
    [InlineData(Ways.ToTarget, 0)]
    [InlineData(Ways.ToClient, 1)]
    public async Task KilledBeforeTheConfirm_ThereOrNot_TheSuccessorsRepeatIsHarmless(Ways lost, int arrived)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Producer).Port);
        await using var producer = ProducerProcess.Start(Through(proxy, scene));
        await producer.WriteAsync(Early);
        (await producer.OutcomeAsync(Cancellation)).ShouldBe("confirmed");
        ledger.Note(Early);

        proxy.ForgetLinks(lost);
        await producer.WriteAsync(Last);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await producer.KillAsync();
        (await ledger.CountAsync(Queues.Jobs)).ShouldBe(1u + (uint)arrived);
        await ledger.PublishAsync(Last);

        await scene.HostAsync(Cancellation);
        (await ledger.CloseAsync(faults: arrived)).ShouldBe(arrived);
    }

    [Fact]
    public async Task ConfirmLost_ThePublishTimesOutAndIsMadeAgainUnderTheSameId()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Producer).Port);
        await scene.HostAsync(Cancellation);
        await using var ledger = await Ledger.OpenAsync(scene, publishSeconds: 1, producer: Through(proxy, scene));
        await ledger.PublishAsync(Early);

        proxy.ForgetLinks(Ways.ToClient);
        (await ledger.PublishAsync(Last)).ShouldBe(1, "unknown once, then confirmed on a new connection");

        await ledger.CloseAsync(faults: 0);
    }

    private static string Through(FaultProxy proxy, FarmScene scene) => new UriBuilder(scene.Vhost.Uris.Producer) { Port = proxy.Port }.Uri.AbsoluteUri;
}
