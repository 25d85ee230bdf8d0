using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class ReplayBatchTests
{
    private const string Job = """{"id":"a","text":"好"}""";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    [Fact]
    public void New_SameSource_SameValidName()
    {
        var id = ReplayBatch.New(new Random(7)).Id;

        id.ShouldBe(ReplayBatch.New(new Random(7)).Id);
        id.ShouldNotBe(ReplayBatch.New(new Random(8)).Id);
        JobRules.IsId(id).ShouldBeTrue();
    }

    [Fact]
    public void Write_ForeignHeaders_AreLeftBehind()
    {
        var letter = Letters.Of(Job, new()
        {
            ["x-attempt"] = 5,
            ["x-replay-count"] = 1,
            ["x-replay-batch"] = "earlier",
            ["x-reason"] = "store_failed",
            ["x-error"] = "e",
            ["x-failed-at"] = 1L,
            ["x-host"] = "h",
            ["x-attempts"] = 5,
            ["x-death"] = new List<object?>(),
            ["x-first-death-reason"] = "expired",
            ["x-delivery-count"] = 3L,
            ["CC"] = new List<object?> { "speak" },
            ["traceparent"] = "00-1-2-01",
        });

        var headers = new ReplayBatch("run").Write(letter, Now).Properties.Headers!;

        headers.ShouldBe(new Dictionary<string, object?>
        {
            ["x-attempt"] = 1,
            ["x-sent-at"] = 1_700_000_000_123L,
            ["x-replay-count"] = 2,
            ["x-replay-batch"] = "run",
            ["traceparent"] = "00-1-2-01",
        }, ignoreOrder: true);
    }

    [Fact]
    public void Write_Properties_KeepsThoseOfTheJobAndDropsExpirationAndUser()
    {
        var letter = Letters.Of(Job, set: source =>
        {
            source.MessageId = "a";
            source.CorrelationId = "c";
            source.ReplyTo = "team";
            source.Priority = 7;
            source.Type = JobLimits.JobType;
            source.ContentType = "application/json";
            source.Expiration = "1000";
            source.UserId = "mallory";
            source.AppId = "app";
        });

        var message = new ReplayBatch("run").Write(letter, Now);

        (message.Exchange, message.RoutingKey).ShouldBe((Exchanges.Jobs, RoutingKeys.Speak));
        message.Body.ToArray().ShouldBe(letter.Body.ToArray());
        var written = message.Properties;
        (written.MessageId, written.CorrelationId, written.ReplyTo, written.Priority, written.Type, written.ContentType)
            .ShouldBe(("a", "c", "team", (byte)7, JobLimits.JobType, "application/json"));
        (written.IsExpirationPresent(), written.IsUserIdPresent(), written.IsAppIdPresent()).ShouldBe((false, false, false));
    }

    [Fact]
    public void Write_Twice_MakesPropertiesForEachPublish()
    {
        var batch = new ReplayBatch("run");
        var letter = Letters.Of(Job);

        batch.Write(letter, Now).Properties.ShouldNotBeSameAs(batch.Write(letter, Now).Properties);
    }

    [Fact]
    public void Takes_EachId_OnceARun()
    {
        var batch = new ReplayBatch("run");

        batch.Takes(Letters.Of(Job)).ShouldBeTrue();
        batch.Takes(Letters.Of(Job)).ShouldBeFalse();
        batch.Takes(Letters.Of("""{"id":"b","text":"好"}""")).ShouldBeTrue();
        new ReplayBatch("other").Takes(Letters.Of(Job)).ShouldBeTrue();
    }

    [Fact]
    public void Takes_LetterOfThisRunThatDiedAgain_IsLeft() =>
        new ReplayBatch("run").Takes(Letters.Of(Job, new() { ["x-replay-batch"] = "run" })).ShouldBeFalse();
}
