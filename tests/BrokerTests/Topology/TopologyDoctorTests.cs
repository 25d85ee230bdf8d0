using System.Text;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Doctor;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Topology;

/// <summary>Each test breaks one thing on a real broker, sees it named, lets provisioning mend it where that is the advice, and sees nothing.</summary>
public sealed class TopologyDoctorTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examine_Provisioned_FindsNothing() => (await ExamineAsync()).ShouldBeEmpty();

    [Fact]
    public async Task Examine_MonitorAlone_SaysThatPermissionsWereNotChecked()
    {
        using var monitor = farm.OpenMonitor();

        var finding = (await Doctor().ExamineAsync(monitor, administrator: null, Cancellation)).ShouldHaveSingleItem();

        finding.Kind.ShouldBe(FindingKind.NotChecked);
        finding.ToString().ShouldContain("TTS_BROKER_ADMIN");
    }

    [Fact]
    public async Task Examine_CollectorsQueues_AreNobodysBusiness()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.Uris.Producer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var queue = await channel.QueueDeclareAsync("tts.reply.shell", exclusive: true, autoDelete: true, cancellationToken: Cancellation);
        await channel.QueueBindAsync(queue.QueueName, Exchanges.Results, "*.shell", cancellationToken: Cancellation);

        (await ExamineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Examine_PolicyWithoutOneKey_NamesPolicyAndKey()
    {
        await PutPolicyAsync("tts.jobs", """
            {"pattern":"^tts\\.jobs$","apply-to":"queues","priority":10,
             "definition":{"delivery-limit":20,"dead-letter-exchange":"tts.dead","overflow":"reject-publish","max-length":1000000}}
            """);

        var finding = (await ExamineAndMendAsync()).ShouldHaveSingleItem();

        finding.ShouldSatisfyAllConditions(
            () => finding.Kind.ShouldBe(FindingKind.Changed),
            () => finding.Subject.ShouldBe("policy tts.jobs"),
            () => finding.Problem.ShouldBe("lacks key dead-letter-strategy = at-least-once"),
            () => finding.Remedy.ShouldContain("rabbitmq-definitions.json"));
    }

    [Fact]
    public async Task Examine_PolicyGone_NamesIt()
    {
        await farm.Admin.DeleteAsync($"policies/{farm.Name}/tts.reply", Cancellation);

        (await ExamineAndMendAsync()).ShouldHaveSingleItem().Subject.ShouldBe("policy tts.reply");
    }

    [Fact]
    public async Task Examine_PolicyOfHigherPriority_NamesEachKeyItTakesAway()
    {
        await PutPolicyAsync("greedy", """{"pattern":"dead\\.notices","apply-to":"all","priority":99,"definition":{"delivery-limit":100,"max-length":5}}""");
        try
        {
            var findings = await ExamineAsync();

            findings.ShouldAllBe(finding => finding.Subject == "queue tts.dead.notices" && finding.Problem.Contains("'greedy'"));
            findings.Select(finding => finding.Problem.Split(',')[0]).ShouldBe(
                ["lacks policy key overflow = reject-publish", "has policy key max-length = 5 instead of 1000000"], ignoreOrder: true);
        }
        finally
        {
            await farm.Admin.DeleteAsync($"policies/{farm.Name}/greedy", Cancellation);
        }
        (await ExamineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Examine_OperatorPolicy_NamesWhatItLaysOverWhichQueues()
    {
        await farm.Admin.PutAsync($"operator-policies/{farm.Name}/strict",
            """{"pattern":"^tts\\.retry\\.","apply-to":"queues","priority":1,"definition":{"max-length":7}}"""u8.ToArray(), Cancellation);
        try
        {
            var finding = (await ExamineAsync()).ShouldHaveSingleItem();

            finding.Kind.ShouldBe(FindingKind.Unexpected);
            finding.Problem.ShouldBe("lays max-length = 7 over tts.retry.1, tts.retry.2, tts.retry.3, tts.retry.4");
        }
        finally
        {
            await farm.Admin.DeleteAsync($"operator-policies/{farm.Name}/strict", Cancellation);
        }
    }

    [Fact]
    public async Task Examine_BindingGone_NamesIt()
    {
        await using (var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation))
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            await channel.QueueUnbindAsync(Queues.Retry(2), Exchanges.Retry, "2", cancellationToken: Cancellation);
        }

        var finding = (await ExamineAndMendAsync()).ShouldHaveSingleItem();

        finding.Kind.ShouldBe(FindingKind.Missing);
        finding.Subject.ShouldBe("binding tts.retry/2 → queue tts.retry.2");
    }

    [Fact]
    public async Task Examine_BindingTooMany_NamesIt()
    {
        await using var connection = await FarmVhost.ConnectAsync(farm.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueueBindAsync(Queues.Unrouted, Exchanges.Jobs, RoutingKeys.Speak, cancellationToken: Cancellation);
        try
        {
            var finding = (await ExamineAsync()).ShouldHaveSingleItem();

            finding.Kind.ShouldBe(FindingKind.Unexpected);
            finding.Subject.ShouldBe("binding tts.jobs/speak → queue tts.unrouted");
        }
        finally
        {
            await channel.QueueUnbindAsync(Queues.Unrouted, Exchanges.Jobs, RoutingKeys.Speak, cancellationToken: Cancellation);
        }
    }

    [Fact]
    public async Task Examine_QueueGone_NamesItAndItsBinding()
    {
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Quarantine}", Cancellation);

        (await ExamineAndMendAsync()).Select(finding => (finding.Kind, finding.Subject)).ShouldBe(
        [
            (FindingKind.Missing, "queue tts.quarantine"),
            (FindingKind.Missing, "binding tts.retry/quarantine → queue tts.quarantine"),
        ]);
    }

    [Fact]
    public async Task Examine_QueueOfAnotherType_NamesEachDifference()
    {
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Unrouted}", Cancellation);
        await farm.Admin.PutAsync($"queues/{farm.Name}/{Queues.Unrouted}",
            """{"durable":true,"auto_delete":false,"arguments":{"x-queue-type":"classic","x-max-priority":3}}"""u8.ToArray(), Cancellation);
        try
        {
            var findings = await ExamineAsync();

            findings.Where(finding => finding.Kind == FindingKind.Changed).Select(finding => finding.Problem).ShouldBe(
                ["has argument x-queue-type = classic instead of quorum", "has argument x-max-priority = 3 that is not shipped"]);
            findings.ShouldAllBe(finding => finding.Subject.Contains(Queues.Unrouted));
        }
        finally
        {
            await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Unrouted}", Cancellation);
            await farm.ProvisionAsync(Cancellation);
        }
        (await ExamineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Examine_ExchangeWithoutItsAlternate_NamesTheArgument()
    {
        await farm.Admin.DeleteAsync($"exchanges/{farm.Name}/{Exchanges.Results}", Cancellation);
        await farm.Admin.PutAsync($"exchanges/{farm.Name}/{Exchanges.Results}", """{"type":"topic","durable":true}"""u8.ToArray(), Cancellation);
        try
        {
            var finding = (await ExamineAsync()).ShouldHaveSingleItem();

            finding.Subject.ShouldBe("exchange tts.results");
            finding.Problem.ShouldBe("lacks argument alternate-exchange = tts.unrouted");
        }
        finally
        {
            await farm.Admin.DeleteAsync($"exchanges/{farm.Name}/{Exchanges.Results}", Cancellation);
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Examine_ForeignQueueAndExchange_AreNamed()
    {
        await farm.Admin.PutAsync($"queues/{farm.Name}/mine", """{"durable":true}"""u8.ToArray(), Cancellation);
        await farm.Admin.PutAsync($"exchanges/{farm.Name}/mine", """{"type":"fanout"}"""u8.ToArray(), Cancellation);
        try
        {
            (await ExamineAsync()).Select(finding => (finding.Kind, finding.Subject)).ShouldBe(
                [(FindingKind.Unexpected, "exchange mine"), (FindingKind.Unexpected, "queue mine")]);
        }
        finally
        {
            await farm.Admin.DeleteAsync($"queues/{farm.Name}/mine", Cancellation);
            await farm.Admin.DeleteAsync($"exchanges/{farm.Name}/mine", Cancellation);
        }
    }

    [Fact]
    public async Task Examine_PermissionChanged_NamesUserAndRight()
    {
        await farm.Admin.PutAsync(ManagementApi.PathOf("permissions", farm.Name, farm.Users.Consumer.Definition.Name),
            Encoding.UTF8.GetBytes("""{"configure":"^$","write":".*","read":"^tts\\.(jobs|quarantine|dead\\.notices)$"}"""), Cancellation);

        var finding = (await ExamineAndMendAsync()).ShouldHaveSingleItem();

        finding.Subject.ShouldBe($"user {farm.Users.Consumer.Definition.Name}");
        finding.Problem.ShouldBe(@"has write permission '.*' instead of '^tts\.(retry(\..+)?|results|dead)$'");
    }

    [Fact]
    public async Task Examine_UserGoneAndAStrangerIn_NamesBoth()
    {
        var stranger = $"stranger-{farm.Name}";
        await farm.Admin.DeleteAsync($"users/{farm.Users.Operator.Definition.Name}", Cancellation);
        await farm.Admin.PutAsync($"users/{stranger}", """{"password":"x","tags":""}"""u8.ToArray(), Cancellation);
        await farm.Admin.PutAsync(ManagementApi.PathOf("permissions", farm.Name, stranger), """{"configure":"","write":".*","read":""}"""u8.ToArray(), Cancellation);
        try
        {
            (await ExamineAsync()).Select(finding => (finding.Kind, finding.Subject)).ShouldBe(
            [
                (FindingKind.Missing, $"user {farm.Users.Operator.Definition.Name}"),
                (FindingKind.Unexpected, $"user {stranger}"),
            ]);
        }
        finally
        {
            await farm.Admin.DeleteAsync($"users/{stranger}", Cancellation);
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Examine_NoSuchVhost_SaysSo()
    {
        var elsewhere = new TopologyDoctor(farm.Definitions.ForVhost("no-such-vhost"), FarmUsers.Named(farm.Name));

        var finding = (await elsewhere.ExamineAsync(farm.Admin, administrator: null, Cancellation)).ShouldHaveSingleItem();

        finding.Subject.ShouldBe("vhost no-such-vhost");
    }

    private TopologyDoctor Doctor() => new(farm.Definitions, FarmUsers.Named(farm.Name));

    private async Task<IReadOnlyList<Finding>> ExamineAsync()
    {
        using var monitor = farm.OpenMonitor();
        return await Doctor().ExamineAsync(monitor, farm.Admin, Cancellation);
    }

    private async Task<IReadOnlyList<Finding>> ExamineAndMendAsync()
    {
        var findings = await ExamineAsync();
        await farm.ProvisionAsync(Cancellation);
        (await ExamineAsync()).ShouldBeEmpty();
        return findings;
    }

    private Task PutPolicyAsync(string name, string json) =>
        farm.Admin.PutAsync($"policies/{farm.Name}/{name}", Encoding.UTF8.GetBytes(json), Cancellation);
}
