using System.Text;
using System.Threading.Channels;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Consumer.Settlement;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>Work that tells the test of each job and then does what the test says.</summary>
/// <param name="rest">What is left to do.</param>
internal sealed class ToldWork(Func<CancellationToken, Task> rest) : IJobWork
{
    private readonly Channel<string> begun = Channel.CreateBounded<string>(10_000);

    /// <summary>Work that is done at once.</summary>
    public ToldWork()
        : this(_ => Task.CompletedTask)
    {
    }

    /// <summary>The bodies of the jobs, as their work begins.</summary>
    public ChannelReader<string> Begun => begun.Reader;

    public async Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation)
    {
        await begun.Writer.WriteAsync(Encoding.UTF8.GetString(job.Delivery.Body.Span), cancellation);
        await rest(cancellation);
        return new Outcome.Done(null);
    }
}
