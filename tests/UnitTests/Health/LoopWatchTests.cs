using Shouldly;
using TtsConsumers.Consumer.Health;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Health;

public sealed class LoopWatchTests
{
    private readonly LoopWatch loops = new();

    [Fact]
    public async Task Keep_LoopThatThrows_IsLostWithItsErrorAndStillThrows()
    {
        var running = Task.FromException(new InvalidDataException("a fault of ours"));

        await Should.ThrowAsync<InvalidDataException>(() => loops.KeepAsync("lane 3", running, mayEnd: () => false));

        (await loops.Lost).ShouldStartWith("lane 3 ended by itself: System.IO.InvalidDataException: a fault of ours");
    }

    [Fact]
    public async Task Keep_LoopThatReturns_IsLostToo()
    {
        await loops.KeepAsync("lane 1", Task.CompletedTask, mayEnd: () => false);

        (await loops.Lost).ShouldBe("lane 1 ended by itself");
    }

    [Fact]
    public async Task Keep_LoopsThatMayEnd_AreNotLostHoweverTheyEnd()
    {
        await loops.KeepAsync("lane 1", Task.CompletedTask, mayEnd: () => true);
        await Should.ThrowAsync<TimeoutException>(() => loops.KeepAsync("lane 2", Task.FromException(new TimeoutException()), mayEnd: () => true));
        await Should.ThrowAsync<OperationCanceledException>(
            () => loops.KeepAsync("lane 3", Task.FromCanceled(new CancellationToken(canceled: true)), mayEnd: () => true));

        loops.Lost.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Keep_SeveralLost_TellsTheFirst()
    {
        await loops.KeepAsync("lane 1", Task.CompletedTask, mayEnd: () => false);
        await loops.KeepAsync("lane 2", Task.CompletedTask, mayEnd: () => false);

        (await loops.Lost).ShouldStartWith("lane 1");
    }
}
