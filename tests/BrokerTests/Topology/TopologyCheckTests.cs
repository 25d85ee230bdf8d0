using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Doctor;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Topology;

public sealed class TopologyCheckTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examine_Provisioned_FindsNothingMissingForAnyUser()
    {
        foreach (var uri in new[] { farm.Uris.Producer, farm.Uris.Consumer, farm.Uris.Operator, farm.Uris.Monitor, farm.AdminUri })
        {
            await using var connection = await FarmVhost.ConnectAsync(uri, Cancellation);

            (await TopologyCheck.MissingAsync(connection, Cancellation)).ShouldBeEmpty();
            connection.IsOpen.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Examine_Administrator_MayLookAtEverything()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);

        (await TopologyCheck.ExamineAsync(connection, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Examine_QueuesAndAnExchangeGone_NamesEachAndKeepsTheConnection()
    {
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Retry(3)}", Cancellation);
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Dead}", Cancellation);
        await farm.Admin.DeleteAsync($"exchanges/{farm.Name}/{Exchanges.Results}", Cancellation);
        try
        {
            await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);

            var findings = await TopologyCheck.ExamineAsync(connection, Cancellation);

            findings.Select(finding => (finding.Kind, finding.Subject)).ShouldBe(
            [
                (FindingKind.Missing, $"exchange {Exchanges.Results}"),
                (FindingKind.Missing, $"queue {Queues.Retry(3)}"),
                (FindingKind.Missing, $"queue {Queues.Dead}"),
            ]);
            connection.IsOpen.ShouldBeTrue();
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }
}
