using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using Xunit;
using Outcome = TtsConsumers.Consumer.Settlement.Outcome;

namespace TtsConsumers.Tests.UnitTests.Settlement;

public sealed class OutageHoldTests
{
    private static readonly Outcome.Outage Outage = new("the audio store", "503");

    private readonly FakeTimeProvider time = new();

    /// <summary>The broker takes a delivery back after 30 minutes, and does not begin to count anew when the store comes and goes.</summary>
    [Fact]
    public async Task Wait_DeliveryLongerInHandThanTheLimit_GivesItBackAlsoInItsSecondOutage()
    {
        var job = InHand();
        job.BeginHold("the audio store is out: 503");
        time.Advance(TimeSpan.FromMinutes(20));
        await job.ReachAsync(Stage.AudioPut);

        var holding = Hold().WaitAsync(Outage, job, CancellationToken.None);
        time.Advance(Pause.Cap);

        (await holding).ShouldBeOfType<Outcome.Stopping>();
    }

    [Fact]
    public async Task Wait_HostStops_EndsAtOnce()
    {
        using var stopping = new CancellationTokenSource();
        var holding = Hold().WaitAsync(Outage, InHand(), stopping.Token);

        await stopping.CancelAsync();

        (await holding).ShouldBeOfType<Outcome.Stopping>();
    }

    private OutageHold Hold() => new(new HostSettings(), time, new Random(1), NullLogger<OutageHold>.Instance);

    private JobInHand InHand() =>
        new(new Delivery(null!, 1, false, new BasicProperties(), ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), new StopPoint());
}
