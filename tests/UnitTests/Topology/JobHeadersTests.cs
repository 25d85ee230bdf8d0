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

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(1_000_001, 1)]
    public void Read_Attempt_HasARange(int sent, int read) => Read(HeaderNames.Attempt, sent).Attempt.ShouldBe(read);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(1_000_001, 0)]
    public void Read_ReplayCount_HasARange(int sent, int read) => Read(HeaderNames.ReplayCount, sent).ReplayCount.ShouldBe(read);

    [Theory]
    [InlineData(-1L, 0L)]
    [InlineData(7L, 7L)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void Read_DeliveryCount_IsTheBrokersNumber(long sent, long read) => Read(HeaderNames.DeliveryCount, sent).DeliveryCount.ShouldBe(read);

    [Theory]
    [InlineData(-1L, false)]
    [InlineData(0L, true)]
    [InlineData(253_402_300_799_999L, true)]
    [InlineData(253_402_300_800_000L, false)]
    public void Read_SentAt_IsAMomentThatCanBeTold(long sent, bool read) => (Read(HeaderNames.SentAt, sent).SentAt is not null).ShouldBe(read);

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Read_Trace_IsReadUpToItsLimit(int bytes, bool read)
    {
        var text = new string('a', bytes);
        Read(HeaderNames.TraceParent, Encoding.UTF8.GetBytes(text)).TraceParent.ShouldBe(read ? text : null);
        Read(HeaderNames.TraceState, Encoding.UTF8.GetBytes(text)).TraceState.ShouldBe(read ? text : null);
    }

    [Fact]
    public void Read_Death_IsTheBrokersLast()
    {
        var death = new Dictionary<string, object?> { ["reason"] = "expired"u8.ToArray(), ["queue"] = "tts.jobs"u8.ToArray(), ["count"] = 1L };
        Read("x-death", new List<object?> { death }).Death.ShouldBe(BrokerDeath.Last(new Dictionary<string, object?> { ["x-death"] = new List<object?> { death } }));
        Read("x-death", new List<object?> { death }).Death.ShouldNotBeNull();
    }

    [Fact]
    public void Read_SentAt_IsUnixMilliseconds() =>
        Read(HeaderNames.SentAt, 1_700_000_000_123L).SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));

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
