using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class CorrectionTests
{
    private const string Job = """{"id":"a","text":"坏","voice":"old","stream":{"id":"book","seq":3},"metadata":{"k":"v"}}""";

    [Fact]
    public void Apply_Fields_ChangesThemAndNothingElse()
    {
        var corrected = Correction.Parse(["text=a=b，好", "voice=zf_xiaoyi", "speed=1.5"]).Apply(Letters.Of(Job)).Job!;

        (corrected.Text, corrected.Voice, corrected.Speed).ShouldBe(("a=b，好", "zf_xiaoyi", 1.5));
        corrected.Id.ShouldBe("a");
        corrected.Stream.ShouldBe(new StreamPosition("book", 3));
        corrected.Metadata!["k"].ShouldBe("v");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("id=b")]
    [InlineData("speed=fast")]
    public void Parse_NoCorrection_Throws(string assignment) => Should.Throw<FormatException>(() => Correction.Parse([assignment]));

    [Theory]
    [InlineData("text=", ReasonCode.TextMissing)]
    [InlineData("speed=9", ReasonCode.ValueOutOfRange)]
    [InlineData("format=midi", ReasonCode.FormatUnknown)]
    public void Apply_JobThatWouldBeRefusedAgain_Throws(string assignment, ReasonCode code) =>
        Should.Throw<InvalidJobException>(() => Correction.Parse([assignment]).Apply(Letters.Of(Job))).Problem!.Code.ShouldBe(code);

    [Fact]
    public void Apply_BodyThatIsNoJob_Throws() =>
        Should.Throw<InvalidJobException>(() => Correction.Parse(["text=好"]).Apply(Letters.Of("oops")));
}
