using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Tests.Kit;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Topology;

public sealed class BrokerDefinitionsTests
{
    private static readonly JsonElement Shipped = Read("infra/rabbitmq-definitions.json");

    [Fact]
    public void Shipped_File_HasNoUsersPasswordsOrPermissions() =>
        Shipped.EnumerateObject().Select(part => part.Name).ShouldBe(["vhosts", "exchanges", "queues", "bindings", "policies"], ignoreOrder: true);

    [Fact]
    public void Shipped_UsersFile_HasNoPasswords() =>
        Read("infra/rabbitmq-users.json").EnumerateArray().SelectMany(user => user.EnumerateObject().Select(part => part.Name)).Distinct()
            .ShouldBe(["name", "tags", "configure", "write", "read"], ignoreOrder: true);

    [Fact]
    public void Shipped_WrittenAgain_LosesNothingOfTheFile() =>
        JsonElement.DeepEquals(JsonElement.Parse(BrokerDefinitions.Shipped.ToJson()), Shipped).ShouldBeTrue();

    [Fact]
    public void Shipped_Queues_AreThoseTheCodeNamesAllDurableAndQuorum()
    {
        BrokerDefinitions.Shipped.Queues.Select(queue => queue.Name).ShouldBe(Queues.All, ignoreOrder: true);
        BrokerDefinitions.Shipped.Queues.ShouldAllBe(queue => queue.Durable && queue.Arguments["x-queue-type"].GetString() == "quorum");
    }

    [Fact]
    public void Shipped_Exchanges_AreThoseTheCodeNames() =>
        BrokerDefinitions.Shipped.Exchanges.Select(exchange => $"{exchange.Name} {exchange.Type}").ShouldBe(
            [$"{Exchanges.Jobs} direct", $"{Exchanges.Retry} direct", $"{Exchanges.Dead} fanout", $"{Exchanges.Results} topic", $"{Exchanges.Unrouted} fanout"],
            ignoreOrder: true);

    // Quirk 15: at-least-once dead-lettering needs all three, or it silently becomes at-most-once.
    [Fact]
    public void Shipped_PoliciesThatDeadLetter_AreComplete()
    {
        var deadLettering = BrokerDefinitions.Shipped.Policies.Where(policy => policy.Definition.ContainsKey("dead-letter-exchange")).ToList();

        deadLettering.Count.ShouldBe(6);
        deadLettering.ShouldAllBe(policy => policy.Definition["dead-letter-strategy"].GetString() == "at-least-once"
            && policy.Definition["overflow"].GetString() == "reject-publish");
    }

    [Fact]
    public void WithTimeScale_Fifty_DividesTheWaitsAndNothingElse()
    {
        var scaled = BrokerDefinitions.Shipped.WithTimeScale(50);

        Waits(BrokerDefinitions.Shipped).ShouldBe([5_000, 30_000, 120_000, 600_000]);
        Waits(scaled).ShouldBe([100, 600, 2_400, 12_000]);
        foreach (var (before, after) in BrokerDefinitions.Shipped.Policies.Zip(scaled.Policies))
        {
            after.Definition.Keys.ShouldBe(before.Definition.Keys);
            after.Definition.Where(entry => entry.Key != "message-ttl").ShouldAllBe(entry => JsonElement.DeepEquals(entry.Value, before.Definition[entry.Key]));
        }
    }

    [Fact]
    public void WithTimeScale_BelowOne_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => BrokerDefinitions.Shipped.WithTimeScale(0));

    [Fact]
    public void ForVhost_AnotherName_LeavesNoTraceOfTheOld()
    {
        var moved = JsonElement.Parse(BrokerDefinitions.Shipped.ForVhost("elsewhere").ToJson());

        moved.EnumerateObject().Where(part => part.Name != "vhosts").SelectMany(part => part.Value.EnumerateArray())
            .Select(thing => thing.GetProperty("vhost").GetString()).Distinct().ShouldBe(["elsewhere"]);
        moved.GetProperty("vhosts").EnumerateArray().Select(vhost => vhost.GetProperty("name").GetString()).ShouldBe(["elsewhere"]);
    }

    private static List<long> Waits(BrokerDefinitions definitions) =>
        [.. Enumerable.Range(1, Queues.RetryLevels).Select(level =>
            definitions.Policies.Single(policy => policy.Name == Queues.Retry(level)).Definition["message-ttl"].GetInt64())];

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Clone.Root, file)));
}
