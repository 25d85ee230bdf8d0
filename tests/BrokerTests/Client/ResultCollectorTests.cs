using System.Threading.Channels;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

public sealed class ResultCollectorTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    public async Task Collect_MessageThatIsNoResult_IsPassedOver(string body)
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        var receiver = new Receiver();
        await using var collector = await StartAsync(ReplyQueue.Durable("odd"), receiver);

        await answerer.PublishAsync("done.odd", System.Text.Encoding.UTF8.GetBytes(body));
        await answerer.PublishAsync("done.odd", Body("after"));

        (await receiver.NextAsync()).Id.ShouldBe("after");
    }

    [Fact]
    public async Task Collect_ReceiverThrows_GetsTheResultAgain()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        var receiver = new Receiver { FailFirst = true };
        await using var collector = await StartAsync(ReplyQueue.Durable("throws"), receiver);

        await answerer.PublishAsync("done.throws", Body("again"));

        (await receiver.NextAsync()).Id.ShouldBe("again");
        receiver.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Dispose_ResultNotTaken_StaysInADurableQueue()
    {
        await using var answerer = await Answerer.StartAsync(farm, Cancellation);
        var stuck = new Receiver { Blocks = true };
        await using (await StartAsync(ReplyQueue.Durable("stuck"), stuck))
        {
            await answerer.PublishAsync("failed.stuck", Body("kept"));
            await stuck.Called.WaitAsync(Patience, Cancellation);
        }

        var receiver = new Receiver();
        await using var collector = await StartAsync(ReplyQueue.Durable("stuck"), receiver);

        (await receiver.NextAsync()).Id.ShouldBe("kept");
    }

    private static byte[] Body(string id) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"failed","error":{"code":"expired","message":"late","retryable":false},"attempt":1,"later":1}""");

    private Task<ResultCollector> StartAsync(ReplyQueue queue, Receiver receiver) => ResultCollector.StartAsync(
        new BrokerOptions { Broker = farm.Uris.Producer }, queue, receiver, Surroundings.Usual(), Cancellation);

    private sealed class Receiver : IResultReceiver
    {
        private readonly Channel<SpeechResult> results = Channel.CreateBounded<SpeechResult>(100);
        private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool FailFirst { get; init; }

        public bool Blocks { get; init; }

        public int Calls { get; private set; }

        public Task Called => called.Task;

        public async ValueTask ReceiveAsync(SpeechResult result, CancellationToken cancellation)
        {
            Calls++;
            called.TrySetResult();
            if (Blocks)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            if (FailFirst && Calls == 1)
                throw new IOException("disk full");
            await results.Writer.WriteAsync(result, cancellation);
        }

        public void Resumed(bool resultsMayBeLost)
        {
        }

        public async Task<SpeechResult> NextAsync() => await results.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
    }
}
