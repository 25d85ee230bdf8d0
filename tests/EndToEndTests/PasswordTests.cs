using System.Diagnostics;
using System.Text;
using Shouldly;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>The broker's users get other passwords while hosts and clients run (reliability.md, B11).</summary>
public sealed class PasswordTests(BrokerFixture broker)
{
    private const int Lanes = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PasswordChanged_ConnectionsThatAreOpenWorkOn_LostOnesWaitUntilTheyAreLetInAgain()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Consumer).Port);
        var host = await scene.HostAsync(
            Cancellation, ("TTS_BROKER", Through(proxy, scene.Vhost.Uris.Consumer)), ("TTS_PUBLISH_SECONDS", "2"));
        await using var ledger = await Ledger.OpenAsync(scene, publishSeconds: 2, producer: Through(proxy, scene.Vhost.Uris.Producer));
        await ledger.PublishManyAsync("before", 20);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 20, "connected with all it needs", Cancellation);

        await SetPasswordsAsync(scene, _ => "another");
        await ledger.PublishManyAsync("still-open", 20);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 40, "done on its open connections", Cancellation);
        proxy.Reset();
        await host.UntilAsync(async () => await host.AskAsync("/health/ready", Cancellation) == 503, "shut out", Cancellation);
        var publishing = ledger.PublishManyAsync("shut-out", 20);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        var (live, isShutOut) = (await host.AskAsync("/health/live", Cancellation), !publishing.IsCompleted);
        await SetPasswordsAsync(scene, user => user.Password);
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);
        await publishing;

        live.ShouldBe(200, "a wrong password is the broker's to mend: no reason to end");
        isShutOut.ShouldBeTrue();
        (await File.ReadAllTextAsync(host.LogFile, Cancellation)).ShouldContain("ACCESS_REFUSED");
        await ledger.CloseAsync(faults: Lanes);
    }

    private static string Through(FaultProxy proxy, string uri) => new UriBuilder(uri) { Port = proxy.Port }.Uri.AbsoluteUri;

    private static async Task SetPasswordsAsync(FarmScene scene, Func<FarmUser, string> password)
    {
        foreach (var user in (FarmUser[])[scene.Vhost.Users.Consumer, scene.Vhost.Users.Producer])
        {
            var login = $$"""{"password":"{{password(user)}}","tags":""}""";
            await scene.Vhost.Admin.PutAsync(ManagementApi.PathOf("users", user.Definition.Name), Encoding.UTF8.GetBytes(login), Cancellation);
        }
    }
}
