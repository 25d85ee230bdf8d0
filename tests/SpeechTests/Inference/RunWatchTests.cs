using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class RunWatchTests
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(60);

    private readonly HandTime _time = new();
    private readonly List<TimeSpan> _late = [];
    private readonly RunClock _clock;
    private readonly RunWatch _watch;

    public RunWatchTests()
    {
        _clock = new RunClock(_time);
        var deadline = new RunDeadline(new SpeechOptions(), ModelFolder.Open(Repository.Models, "tone"));
        _watch = new RunWatch(_clock, deadline, _time, _late.Add);
    }

    [Fact]
    public void TimerFires_PastTheDeadline_IsToldOnceAndTheClockLeavesTheRun()
    {
        Begin();
        _time.Pass(Allowed);
        _time.RunOut();
        _time.Pass(Allowed);
        _time.RunOut();
        _watch.End();

        _late.ShouldBe([Allowed]);
        _clock.InRunFor.ShouldBeNull();
        _clock.Busy.ShouldBe(Allowed);
    }

    [Fact]
    public void TimerFires_ALittleEarly_IsSetForTheRest()
    {
        Begin();
        _time.Pass(TimeSpan.FromSeconds(59.999));
        _time.RunOut();

        _late.ShouldBeEmpty();
        _time.Due.ShouldBe(TimeSpan.FromSeconds(0.001));
    }

    [Fact]
    public void TimerFires_AfterTheRun_IsNothing()
    {
        Begin();
        _time.Pass(Allowed);
        _watch.End();
        _time.Due.ShouldBe(Timeout.InfiniteTimeSpan);
        _time.RunOut();

        _late.ShouldBeEmpty();
    }

    [Fact]
    public void TimerFires_ForTheRunBeforeThisOne_LeavesThisOneItsTime()
    {
        Begin();
        _time.Pass(Allowed);
        _watch.End();
        Begin();
        _time.RunOut();

        _late.ShouldBeEmpty();
        _time.Due.ShouldBe(Allowed);
    }

    private void Begin() => _watch.Begin([new Piece(new long[3], new float[256], 1)]);

    /// <summary>A clock and one timer, both moved by hand: only so can a timer fire at the wrong moment.</summary>
    private sealed class HandTime : TimeProvider, ITimer
    {
        private long _ticks;
        private Action _callback = null!;

        public TimeSpan Due { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = () => callback(state);
            return this;
        }

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public void RunOut() => _callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
