using Shouldly;
using TtsConsumers.Tests.Storm;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.View;
using Xunit;

namespace TtsConsumers.Tests.StormTests;

/// <summary>
/// A storm as `./farm chaos` makes it, short enough for every day. Its seed is chosen for its faults: a CC bomb, connections closed, the broker killed, a
/// host stopped, errors of the store.
/// </summary>
public sealed class ShortStormTests
{
    private const int Seed = 12;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Storm_OverTwoHosts_BreaksNoPromise()
    {
        var view = new LinesView(line => TestContext.Current.TestOutputHelper?.WriteLine(line));

        var report = await StormRun.RunAsync(
            new StormOptions(Duration, Seed, Hosts: 2), view, leave: Task.Delay(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken), CancellationToken.None);

        report!.Breaches.ShouldBeEmpty();
        report.Lost.ShouldBe(0);
        report.Faults.Keys.ShouldBe(FaultPlan.Of(Seed, Duration).Select(fault => fault.Kind), ignoreOrder: true);
        report.Done.ShouldBeGreaterThan(400);
    }
}
