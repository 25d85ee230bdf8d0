using Shouldly;
using TtsConsumers.Speech.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class RunClockTests
{
    private readonly HandClock _time = new();

    [Fact]
    public void Busy_InAndBetweenRuns_CountsOnlyTimeInRun()
    {
        var clock = new RunClock(_time);
        clock.InRunFor.ShouldBeNull();
        clock.Busy.ShouldBe(TimeSpan.Zero);

        clock.Enter();
        _time.Pass(TimeSpan.FromSeconds(2));
        clock.InRunFor.ShouldBe(TimeSpan.FromSeconds(2));
        clock.Busy.ShouldBe(TimeSpan.FromSeconds(2));

        clock.Leave();
        _time.Pass(TimeSpan.FromSeconds(3));
        clock.InRunFor.ShouldBeNull();
        clock.Busy.ShouldBe(TimeSpan.FromSeconds(2));

        clock.Enter();
        _time.Pass(TimeSpan.FromSeconds(1));
        clock.InRunFor.ShouldBe(TimeSpan.FromSeconds(1));
        clock.Busy.ShouldBe(TimeSpan.FromSeconds(3));
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
