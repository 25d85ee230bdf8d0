using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class LetterTests
{
    private const long Noon = 1_700_000_000_000;

    private static readonly DateTimeOffset NoonTime = DateTimeOffset.FromUnixTimeMilliseconds(Noon);

    [Fact]
    public void Read_LetterOfAHost_TellsItsEnd()
    {
        var letter = Letters.Of(
            """{"id":"a","text":"好","voice":"zf_xiaoyi"}""",
            new() { ["x-reason"] = "store_failed", ["x-error"] = "no room", ["x-host"] = "h1", ["x-attempts"] = 5, ["x-failed-at"] = Noon, ["x-replay-count"] = 2 });

        letter.Id.ShouldBe("a");
        letter.Reason.ShouldBe("store_failed");
        letter.Error.ShouldBe("no room");
        letter.Host.ShouldBe("h1");
        letter.Attempts.ShouldBe(5);
        letter.EndedAt.ShouldBe(NoonTime);
        letter.Headers.ReplayCount.ShouldBe(2);
        letter.Job!.Voice.ShouldBe("zf_xiaoyi");
    }

    [Theory]
    [InlineData("delivery_limit", "crash_loop")]
    [InlineData("expired", "expired")]
    [InlineData("maxlen", "attempts_exhausted")]
    public void Read_LetterOfTheBroker_IsJudgedByTheBrokersWordAndNotByAForgedReason(string death, string reason)
    {
        var deaths = new List<object?> { new Dictionary<string, object?> { ["time"] = new AmqpTimestamp(Noon / 1000) } };

        var letter = Letters.Of(
            """{"id":"a","text":"好"}""",
            new() { ["x-first-death-reason"] = death, ["x-death"] = deaths, ["x-reason"] = "text_missing", ["x-failed-at"] = 1L });

        letter.Reason.ShouldBe(reason);
        letter.EndedAt.ShouldBe(NoonTime);
    }

    [Theory]
    [InlineData("x-reason", "<script>")]
    [InlineData("x-reason", 7)]
    public void Read_ReasonNobodyWrote_IsUnknown(string header, object value) =>
        Letters.Of("{}", new() { [header] = value }).Reason.ShouldBe(Letter.UnknownReason);

    [Fact]
    public void Read_HeadersOfWrongTypeOrRange_ReadAsAbsent()
    {
        var letter = Letters.Of("{}", new() { ["x-attempts"] = -1, ["x-failed-at"] = "noon", ["x-host"] = 3, ["x-error"] = new string('x', 2000) });

        (letter.Attempts, letter.EndedAt, letter.Host, letter.Error).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Read_NoTimeOfTheEnd_TakesTheMessagesOwn() =>
        Letters.Of("{}", set: properties => properties.Timestamp = new AmqpTimestamp(Noon / 1000)).EndedAt.ShouldBe(NoonTime);

    [Fact]
    public void Read_BodyIsNotAJob_HasTheMessagesIdAndNoJob()
    {
        var letter = Letters.Of("not json", set: properties => properties.MessageId = "m-1");

        letter.Id.ShouldBe("m-1");
        letter.Job.ShouldBeNull();
    }

    [Fact]
    public void Job_TextTooLongForAHost_IsShownAllTheSame() =>
        Letters.Of($$"""{"id":"a","text":"{{new string('好', 612)}}"}""").Job!.Text.Length.ShouldBe(612);
}
