using System.Text;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Contracts;

public sealed class JobReaderTests
{
    private const string Example =
        """
        {"id":"01JD","text":"银行行长在会议上强调，要重视客户的长期利益。","voice":"zf_xiaoxiao","language":"zh","speed":1.0,"format":"wav",
         "stream":{"id":"book-7","seq":12,"last":false},"expires_at":"2026-11-22T10:00:00Z","metadata":{"chapter":"3"}}
        """;

    [Fact]
    public void Read_TheContractsExample_GivesEveryField()
    {
        var job = Accept(Example);

        job.Id.ShouldBe("01JD");
        job.Text.ShouldStartWith("银行");
        job.Voice.ShouldBe("zf_xiaoxiao");
        job.Language.ShouldBe("zh");
        job.Speed.ShouldBe(1.0);
        job.Format.ShouldBe("wav");
        job.Stream.ShouldBe(new StreamPosition("book-7", 12, false));
        job.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        job.Metadata!["chapter"].ShouldBe("3");
    }

    [Fact]
    public void Read_OnlyIdAndText_IsEnough() => Accept("""{"id":"a","text":"好"}""").Voice.ShouldBeNull();

    [Fact]
    public void Read_OptionalFieldNull_ReadsAsAbsent() => Accept("""{"id":"a","text":"好","voice":null,"speed":null}""").Speed.ShouldBeNull();

    [Theory]
    [InlineData("", "one JSON object")]
    [InlineData("not json", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("\"text\"", "one JSON object")]
    [InlineData("""{"id":"a","text":"好"} x""", "not valid JSON")]
    [InlineData("""{"id":"a","text":"好"}{}""", "not valid JSON")]
    [InlineData("""{"id":"a","text":"好",}""", "not valid JSON")]
    [InlineData("""{"id":"a","text":"好","txet":1}""", "unknown field 'txet'")]
    [InlineData("""{"id":"a","Text":"好","text":"好"}""", "unknown field 'Text'")]
    [InlineData("""{"id":"a","text":"好","text":"坏"}""", "'text' stands twice")]
    [InlineData("""{"id":"a","text":"好","stream":{"id":"s","seq":1,"seq":2}}""", "stream")]
    [InlineData("""{"id":"a","text":"好","stream":{"id":"s","seq":1,"more":2}}""", "stream")]
    [InlineData("""{"id":"a","text":"好","stream":{"id":"s"}}""", "stream")]
    [InlineData("""{"id":"a","text":"好","stream":{"id":null,"seq":1}}""", "stream")]
    [InlineData("""{"id":"a","text":"好","speed":"fast"}""", "speed")]
    [InlineData("""{"id":"a","text":7}""", "text")]
    [InlineData("""{"id":null,"text":"好"}""", "id")]
    [InlineData("""{"text":"好"}""", "missing")]
    [InlineData("""{"id":"a b","text":"好"}""", "id must be")]
    [InlineData("""{"id":"a\n","text":"好"}""", "id must be")]
    [InlineData("""{"id":"a","text":"好\u0000"}""", "NUL")]
    [InlineData("""{"id":"a","text":"\ud800"}""", "Unicode")]
    [InlineData("""{"id":"a","text":"好","metadata":{"k":null}}""", "metadata")]
    public void Read_BrokenBody_IsMalformedAndSaysWhere(string body, string part)
    {
        var refused = Refuse(body);

        refused.Problem.Code.ShouldBeOneOf(ReasonCode.Malformed, ReasonCode.ValueOutOfRange);
        refused.Problem.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","text":null}""")]
    [InlineData("""{"id":"a","text":""}""")]
    [InlineData("""{"id":"a","text":" \t　\n"}""")]
    public void Read_NoText_SaysSo(string body) => Refuse(body).Problem.Code.ShouldBe(ReasonCode.TextMissing);

    [Fact]
    public void Read_ByteOrderMark_IsMalformed() =>
        Refuse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Example)]).Problem.Code.ShouldBe(ReasonCode.Malformed);

    [Fact]
    public void Read_InvalidUtf8_IsMalformed() =>
        Refuse([.. "{\"id\":\"a\",\"text\":\""u8, 0xFF, .. "\"}"u8]).Problem.Code.ShouldBe(ReasonCode.Malformed);

    [Fact]
    public void Read_Depth65_IsMalformed() =>
        Refuse($$"""{"id":"a","text":"好","metadata":{{new string('[', 65)}}{{new string(']', 65)}}}""").Problem.Code.ShouldBe(ReasonCode.Malformed);

    [Fact]
    public void Read_16MiB_IsRefusedByItsSizeAlone()
    {
        var refused = Refuse(new byte[16 * 1024 * 1024]);

        refused.Problem.Message.ShouldContain("16777216 bytes");
        refused.Id.ShouldStartWith("sha256-");
    }

    [Fact]
    public void Read_501Characters_CountsScalarsNotUnits()
    {
        Accept(Body(string.Concat(Enumerable.Repeat("𠀀", 500))));
        var refused = Refuse(Body(string.Concat(Enumerable.Repeat("𠀀", 501))));

        refused.Problem.ShouldBe(new JobProblem(ReasonCode.TextTooLong, "text has 501 characters; the limit is 500"));
    }

    [Theory]
    [InlineData("speed", "0.49")]
    [InlineData("speed", "2.01")]
    [InlineData("speed", "1e999")]
    [InlineData("sample_rate", "44100")]
    [InlineData("language", "\"fr\"")]
    [InlineData("stream", """{"id":"s","seq":-1}""")]
    [InlineData("stream", """{"id":"s","seq":2147483648}""")]
    [InlineData("stream", """{"id":"a/b","seq":1}""")]
    [InlineData("lexicon", """{"":"hang2"}""")]
    public void Read_ValueOutsideTheContract_NamesTheField(string field, string value)
    {
        var refused = Refuse($$"""{"id":"a","text":"好","{{field}}":{{value}}}""");

        refused.Problem.Code.ShouldBe(ReasonCode.ValueOutOfRange);
        refused.Problem.Message.ShouldContain(field);
        refused.Job.ShouldNotBeNull("what can be read is echoed");
    }

    [Fact]
    public void Read_UnknownFormat_HasItsOwnCode() =>
        Refuse("""{"id":"a","text":"好","format":"ogg"}""").Problem.Code.ShouldBe(ReasonCode.FormatUnknown);

    [Fact]
    public void Read_TooMuchMetadata_IsRefused()
    {
        var entries = string.Join(",", Enumerable.Range(0, 17).Select(i => $"\"k{i}\":\"v\""));
        Refuse("""{"id":"a","text":"好","metadata":{""" + entries + "}}").Problem.Message.ShouldContain("16");
    }

    [Fact]
    public void Read_OtherMessageId_IsMismatch() =>
        Refuse("""{"id":"a","text":"好"}""", new JobEnvelope(MessageId: "b")).Problem.Code.ShouldBe(ReasonCode.IdMismatch);

    [Fact]
    public void Read_OtherVersion_IsUnsupportedBeforeAnythingElse()
    {
        var refused = Refuse("""{"id":"a","new_field":1}""", new JobEnvelope(Type: "tts.job.v2"));

        refused.Problem.Code.ShouldBe(ReasonCode.UnsupportedVersion);
        refused.Id.ShouldBe("a");
    }

    [Theory]
    [InlineData("amq.rabbitmq.reply-to")]
    [InlineData("UPPER")]
    [InlineData("0123456789012345678901234567890123456")]
    public void Read_ReplyToThatIsAnAddress_IsRefused(string replyTo) =>
        Refuse("""{"id":"a","text":"好"}""", new JobEnvelope(ReplyTo: replyTo)).Problem.Code.ShouldBe(ReasonCode.ReplyToInvalid);

    [Theory]
    [InlineData("""{"id":"a","text":1}""", "m", "a")]
    [InlineData("""{"text":"好"}""", "m", "m")]
    [InlineData("""{"id":"not an id","text":"好"}""", "m", "m")]
    [InlineData("junk", "m", "m")]
    public void Read_Refused_AnswersToTheBestIdThereIs(string body, string messageId, string expected) =>
        Refuse(body, new JobEnvelope(MessageId: messageId)).Id.ShouldBe(expected);

    [Fact]
    public void Read_NoIdAnywhere_AnswersToTheBodysHash() =>
        Refuse("junk").Id.ShouldBe("sha256-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("junk"u8))[..40]);

    private static string Body(string text) => $$"""{"id":"a","text":"{{text}}"}""";

    private static SpeechJob Accept(string body) =>
        new JobReader().Read(Encoding.UTF8.GetBytes(body), new JobEnvelope()).ShouldBeOfType<JobReading.Accepted>().Job;

    private static JobReading.Refused Refuse(string body, JobEnvelope? envelope = null) => Refuse(Encoding.UTF8.GetBytes(body), envelope);

    private static JobReading.Refused Refuse(byte[] body, JobEnvelope? envelope = null) =>
        new JobReader().Read(body, envelope ?? new JobEnvelope()).ShouldBeOfType<JobReading.Refused>();
}
