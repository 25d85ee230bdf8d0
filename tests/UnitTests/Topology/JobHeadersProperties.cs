using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Topology;

/// <summary>What holds for headers of every name, type, size and nesting (reliability.md, M2).</summary>
public sealed class JobHeadersProperties
{
    private const int TextBytes = 512;

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    private static readonly HashSet<string> Ours =
        [HeaderNames.Attempt, HeaderNames.SentAt, HeaderNames.ReplayCount, HeaderNames.ReplayBatch, HeaderNames.TraceParent, HeaderNames.TraceState];

    [Fact]
    public void Read_AnyHeaders_StaysWithinItsRanges() => Check(sent =>
    {
        var headers = JobHeaders.Read(sent);

        headers.Attempt.ShouldBeInRange(1, 1_000_000);
        headers.ReplayCount.ShouldBeInRange(0, 1_000_000);
        headers.DeliveryCount.ShouldBeGreaterThanOrEqualTo(0);
        (headers.ReplayBatch is null || JobRules.IsId(headers.ReplayBatch)).ShouldBeTrue();
        (headers.Death is null || headers.Death.Code is ReasonCode.CrashLoop or ReasonCode.Expired or ReasonCode.AttemptsExhausted).ShouldBeTrue();
        foreach (var text in (string?[])[headers.TraceParent, headers.TraceState])
            Encoding.UTF8.GetByteCount(text ?? "").ShouldBeLessThanOrEqualTo(TextBytes);
    });

    [Fact]
    public void ForRepublish_AnyHeaders_CarriesOnlyOursAndLittleOfThem() => Check(sent =>
    {
        var copy = JobHeaders.Read(sent).ForRepublish(Now);

        copy.Keys.ShouldBeSubsetOf(Ours);
        copy.Values.All(value => value is int or long or string).ShouldBeTrue();
        copy.Values.OfType<string>().Sum(Encoding.UTF8.GetByteCount).ShouldBeLessThanOrEqualTo(3 * TextBytes);
        copy[HeaderNames.SentAt].ShouldBe(Now.ToUnixTimeMilliseconds());
    });

    [Fact]
    public void Read_ItsOwnRepublish_IsTheSameJobAgain() => Check(sent =>
    {
        var headers = JobHeaders.Read(sent);

        JobHeaders.Read(Wire.Travelled(headers.ForRepublish(Now))).ShouldBe(headers with { SentAt = Now, DeliveryCount = 0, Death = null });
    });

    [Fact]
    public void Read_OurNumberOfAnyIntegerType_IsReadOrAbsentByItsValueAlone() =>
        Prop.ForAll<short>(number =>
        {
            object[] same = number is >= 0 and <= 127
                ? [(sbyte)number, (byte)number, number, (ushort)number, (int)number, (uint)number, (long)number]
                : [number, (int)number, (long)number];
            same.Select(value => JobHeaders.Read(new Dictionary<string, object?> { [HeaderNames.Attempt] = value }).Attempt)
                .Distinct().ShouldBe([Math.Max(number, (short)1)]);
        }).Check(Thorough);

    private static void Check(Action<Dictionary<string, object?>> holds) =>
        Prop.ForAll(Arb.From(Wire.Headers, Fewer), holds).Check(Thorough);

    /// <summary>The same headers without one of them: what is left when nothing more can be taken away is the counter-example.</summary>
    private static IEnumerable<Dictionary<string, object?>> Fewer(Dictionary<string, object?> headers) =>
        headers.Keys.Select(name => headers.Where(header => header.Key != name).ToDictionary());
}
