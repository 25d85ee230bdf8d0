using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.UnitTests.Contracts;
using TtsConsumers.Tests.UnitTests.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

/// <summary>What holds for every message that can lie in the dead letters, also those the broker put there as they came.</summary>
public sealed class AnyLetterProperties
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    private static readonly HashSet<string> OfAReplay =
        [HeaderNames.Attempt, HeaderNames.SentAt, HeaderNames.ReplayCount, HeaderNames.ReplayBatch, HeaderNames.TraceParent, HeaderNames.TraceState];

    [Fact]
    public void Read_AnyMessage_IsALetterWithANameAndAReason() => Check(letter =>
    {
        JobRules.IsId(letter.Id).ShouldBeTrue();
        (letter.Reason == Letter.UnknownReason || ReasonCodes.FromWire(letter.Reason) is not null).ShouldBeTrue();
        (letter.Attempts ?? 0).ShouldBeInRange(0, 1_000_000);
        (letter.Job is null || letter.Job.Text is not null).ShouldBeTrue();
    });

    [Fact]
    public void Write_AnyLetter_IsAFirstTryWithNothingForeign() => Check(letter =>
    {
        var replay = new ReplayBatch("run").Write(letter, Now);

        var headers = replay.Properties.Headers!;
        headers.Keys.ShouldBeSubsetOf(OfAReplay);
        headers[HeaderNames.Attempt].ShouldBe(1);
        headers[HeaderNames.ReplayCount].ShouldBe(letter.Headers.ReplayCount + 1);
        headers[HeaderNames.ReplayBatch].ShouldBe("run");
        replay.Body.Span.SequenceEqual(letter.Body.Span).ShouldBeTrue();
    });

    [Fact]
    public void ToLetter_AnyLetterAsALine_IsTheSameReplay() => Check(letter =>
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(LetterLine.Of(letter), LetterJson.Line.LetterLine);

        var read = JsonSerializer.Deserialize(line, LetterJson.Line.LetterLine)!.ToLetter();

        line.AsSpan().Contains((byte)'\n').ShouldBeFalse("one line each");
        (read.Id, read.Reason, read.Attempts, read.EndedAt).ShouldBe((letter.Id, letter.Reason, letter.Attempts, letter.EndedAt));
        var (written, again) = (new ReplayBatch("run").Write(letter, Now), new ReplayBatch("run").Write(read, Now));
        again.Body.Span.SequenceEqual(written.Body.Span).ShouldBeTrue();
        again.Properties.Headers!.ShouldBe(written.Properties.Headers!, ignoreOrder: true);
        Texts(again.Properties).ShouldBe(Texts(written.Properties));
    });

    private static string Texts(RabbitMQ.Client.BasicProperties one) => new StringBuilder()
        .Append(one.ContentType).Append('|').Append(one.MessageId).Append('|').Append(one.CorrelationId).Append('|').Append(one.ReplyTo).Append('|')
        .Append(one.Type).Append('|').Append(one.Priority).Append('|').Append(one.Timestamp.UnixTime).ToString();

    private static void Check(Action<Letter> holds) =>
        Prop.ForAll(Arb.From(Wire.Properties), Arb.From(JobBodies.Any), (properties, body) => holds(Letter.Read("", properties, body)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
