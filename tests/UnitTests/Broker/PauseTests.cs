using Shouldly;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Broker;

public sealed class PauseTests
{
    [Fact]
    public void After_AnyNumberOfFailures_IsBetweenHalfAndAllOfItsStep()
    {
        var chance = new Random(1);
        for (var failures = 0; failures < 10_000; failures++)
        {
            var full = failures >= 7 ? 5000 : Math.Min(5000, 100 * Math.Pow(2, Math.Max(0, failures - 1)));
            Pause.After(failures, chance).TotalMilliseconds.ShouldBeInRange(full / 2, full);
        }
    }

    [Fact]
    public void After_HugeFailureCount_DoesNotOverflow() => Pause.After(int.MaxValue, new Random(1)).ShouldBeLessThanOrEqualTo(Pause.Cap);
}
