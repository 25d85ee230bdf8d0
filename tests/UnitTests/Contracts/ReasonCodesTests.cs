using Shouldly;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Contracts;

public sealed class ReasonCodesTests
{
    private const string ClosedSet =
        "malformed unsupported_version id_mismatch text_missing text_too_long text_unspeakable voice_unknown format_unknown value_out_of_range " +
        "reply_to_invalid expired synthesis_failed audio_invalid synthesis_timeout store_failed attempts_exhausted crash_loop";

    [Fact]
    public void Wire_EveryCode_IsTheContractsClosedSet() =>
        string.Join(' ', Enum.GetValues<ReasonCode>().Select(code => code.Wire())).ShouldBe(ClosedSet);

    [Fact]
    public void FromWire_EveryName_ReadsBack() =>
        Enum.GetValues<ReasonCode>().ShouldAllBe(code => ReasonCodes.FromWire(code.Wire()) == code);

    [Theory]
    [InlineData("Malformed")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public void FromWire_AnythingElse_IsNone(string? name) => ReasonCodes.FromWire(name).ShouldBeNull();
}
