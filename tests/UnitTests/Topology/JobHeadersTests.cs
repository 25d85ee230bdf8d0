using System.Text;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Topology;

public sealed class JobHeadersTests
{
    [Fact]
    public void Read_None_IsAFirstAttempt() => JobHeaders.Read(null).ShouldBe(new JobHeaders());

    [Theory]
    [InlineData(3)]
    [InlineData(3L)]
    [InlineData((short)3)]
    [InlineData((byte)3)]
    [InlineData(3u)]
    public void Read_AttemptOfAnyIntegerType_Counts(object value) => Read(HeaderNames.Attempt, value).Attempt.ShouldBe(3);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    [InlineData(3.0)]
    [InlineData(true)]
    [InlineData(null)]
    public void Read_AttemptOfWrongTypeOrRange_ReadsAsAbsent(object? value) => Read(HeaderNames.Attempt, value).Attempt.ShouldBe(1);

    [Fact]
    public void Read_AttemptAsText_ReadsAsAbsent() => Read(HeaderNames.Attempt, "3"u8.ToArray()).Attempt.ShouldBe(1);

    [Fact]
    public void Read_SentAt_IsUnixMilliseconds() =>
        Read(HeaderNames.SentAt, 1_700_000_000_123L).SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));

    [Fact]
    public void Read_SentAtBeyondTime_ReadsAsAbsent() => Read(HeaderNames.SentAt, long.MaxValue).SentAt.ShouldBeNull();

    [Fact]
    public void Read_TraceTooLong_ReadsAsAbsent() => Read(HeaderNames.TraceParent, new byte[10_000]).TraceParent.ShouldBeNull();

    [Fact]
    public void ForRepublish_ForeignHeaders_StayBehind()
    {
        var headers = JobHeaders.Read(new Dictionary<string, object?>
        {
            ["CC"] = new List<object> { "speak"u8.ToArray() },
            ["BCC"] = new List<object> { "speak"u8.ToArray() },
            ["x-death"] = new List<object>(),
            ["x-reason"] = "forged"u8.ToArray(),
            ["x-delivery-count"] = 7L,
            ["x-first-death-reason"] = "expired"u8.ToArray(),
            ["anything"] = 1,
            [HeaderNames.Attempt] = 2,
            [HeaderNames.ReplayCount] = 1,
            [HeaderNames.ReplayBatch] = "batch-1"u8.ToArray(),
            [HeaderNames.TraceParent] = "00-ab-cd-01"u8.ToArray(),
        });

        headers.ForRepublish(DateTimeOffset.UnixEpoch).ShouldBe(
            new Dictionary<string, object?>
            {
                [HeaderNames.Attempt] = 2,
                [HeaderNames.SentAt] = 0L,
                [HeaderNames.ReplayCount] = 1,
                [HeaderNames.ReplayBatch] = "batch-1",
                [HeaderNames.TraceParent] = "00-ab-cd-01",
            }, ignoreOrder: true);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('语')]
    public void Bound_LongText_IsCutToTheByteLimitAtACharacter(char c)
    {
        var bound = DeadLetterHeaders.Bound(new string(c, 5000));

        Encoding.UTF8.GetByteCount(bound).ShouldBeInRange(DeadLetterHeaders.ErrorBytes - 3, DeadLetterHeaders.ErrorBytes);
        bound.ShouldBe(new string(c, bound.Length));
    }

    [Fact]
    public void AddTo_DeadLetter_SaysWhyWhenWhereAndHowOften()
    {
        var headers = new Dictionary<string, object?>();
        new DeadLetterHeaders(new JobProblem(ReasonCode.Expired, "late"), DateTimeOffset.UnixEpoch, "host-1", 5).AddTo(headers);

        headers.ShouldBe(
            new Dictionary<string, object?>
            {
                ["x-reason"] = "expired", ["x-error"] = "late", ["x-failed-at"] = 0L, ["x-host"] = "host-1", ["x-attempts"] = 5,
            }, ignoreOrder: true);
    }

    private static JobHeaders Read(string name, object? value) => JobHeaders.Read(new Dictionary<string, object?> { [name] = value });
}
