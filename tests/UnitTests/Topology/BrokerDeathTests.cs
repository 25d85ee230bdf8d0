using System.Text;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Topology;

public sealed class BrokerDeathTests
{
    [Theory]
    [InlineData("delivery_limit", ReasonCode.CrashLoop)]
    [InlineData("expired", ReasonCode.Expired)]
    [InlineData("rejected", ReasonCode.AttemptsExhausted)]
    [InlineData("maxlen", ReasonCode.AttemptsExhausted)]
    public void Last_OneDeath_IsThatOne(string reason, ReasonCode code)
    {
        var death = Last(Deaths((reason, 60)))!;

        (death.Reason, death.Code, death.At).ShouldBe((reason, code, DateTimeOffset.FromUnixTimeSeconds(60)));
    }

    /// <summary>What a job looks like that waited at a retry level and then reached the delivery limit of tts.jobs.</summary>
    [Fact]
    public void Last_ExpiredFirstAndThenTheDeliveryLimit_IsTheLimit() =>
        Last(Deaths(("delivery_limit", 61), ("expired", 60)), first: "expired")!.Reason.ShouldBe("delivery_limit");

    [Fact]
    public void Last_NoneOfTheBrokers_IsNone() => Last(null).ShouldBeNull();

    [Theory]
    [InlineData("text")]
    [InlineData(7)]
    [InlineData(null)]
    public void Last_ListOfDeathsThatIsNone_LeavesTheFirstDeath(object? deaths) =>
        Last(deaths, first: "delivery_limit").ShouldBe(new BrokerDeath("delivery_limit", null));

    [Fact]
    public void Last_ListOfSomethingElse_LeavesTheFirstDeath()
    {
        object?[] odd = [new List<object?>(), new List<object?> { 7 }, new List<object?> { new Dictionary<string, object?> { ["reason"] = 7, ["time"] = "noon" } }];

        odd.Select(deaths => Last(deaths, first: "expired")).ShouldAllBe(death => death == new BrokerDeath("expired", null));
    }

    private static BrokerDeath? Last(object? deaths, string? first = null)
    {
        var headers = new Dictionary<string, object?>();
        if (deaths is not null)
            headers["x-death"] = deaths;
        if (first is not null)
            headers["x-first-death-reason"] = Encoding.UTF8.GetBytes(first);
        return BrokerDeath.Last(headers);
    }

    private static List<object?> Deaths(params (string Reason, long Seconds)[] deaths) =>
        [.. deaths.Select(death => new Dictionary<string, object?> { ["reason"] = Encoding.UTF8.GetBytes(death.Reason), ["time"] = new AmqpTimestamp(death.Seconds) })];
}
