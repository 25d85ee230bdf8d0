using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class LimiterTests
{
    [Fact]
    public void Limit_UpToTheKnee_ChangesNothing()
    {
        for (var i = -900; i <= 900; i++)
        {
            Limiter.Limit(i / 1000f).ShouldBe(i / 1000f);
        }
    }

    [Fact]
    public void Limit_AnyTwoSamples_StayInOrderAndWithinFullScale()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var (low, high) = ((random.NextSingle() * 20) - 10, (random.NextSingle() * 20) - 10);
            (low, high) = (Math.Min(low, high), Math.Max(low, high));

            Limiter.Limit(low).ShouldBeLessThanOrEqualTo(Limiter.Limit(high));
            Math.Abs(Limiter.Limit(high)).ShouldBeLessThanOrEqualTo(1);
            Limiter.Limit(-high).ShouldBe(-Limiter.Limit(high));
        }
    }

    [Fact]
    public void Limit_JustAboveTheKnee_BendsWithoutACorner()
    {
        const float Step = 1e-3f;

        ((Limiter.Limit(Limiter.Knee + Step) - Limiter.Knee) / Step).ShouldBe(1, tolerance: 0.01);
        Limiter.Limit(1).ShouldBe(0.9762f, tolerance: 1e-4);
    }
}
