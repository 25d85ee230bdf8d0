using Microsoft.Extensions.Time.Testing;
using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class PaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitAsync_FourASecond_LetsOneThroughEachQuarter()
    {
        var time = new FakeTimeProvider();
        var pace = new Pace(4, time);
        await pace.WaitAsync(Cancellation);

        var second = pace.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromMilliseconds(249));
        second.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));

        await second.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task WaitAsync_AfterALongPause_DoesNotMakeUpForIt()
    {
        var time = new FakeTimeProvider();
        var pace = new Pace(1, time);
        time.Advance(TimeSpan.FromMinutes(5));
        await pace.WaitAsync(Cancellation);

        pace.WaitAsync(Cancellation).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void WaitAsync_NoRate_NeverWaits()
    {
        var pace = new Pace(null, new FakeTimeProvider());

        Enumerable.Range(0, 100).ShouldAllBe(_ => pace.WaitAsync(Cancellation).IsCompletedSuccessfully);
    }
}
