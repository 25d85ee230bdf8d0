using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class ReceptionTests : IAsyncLifetime
{
    private readonly PendingJobs pending = new();
    private readonly List<SpeechResult> unclaimed = [];
    private readonly JobPublisher publisher = new(new SpeechClientOptions { Broker = "amqp://127.0.0.1:1/tts" }, null);
    private readonly GapRepublisher gap;
    private readonly Reception reception;

    public ReceptionTests()
    {
        gap = new GapRepublisher(pending, publisher, NullLogger<GapRepublisher>.Instance);
        reception = new Reception(pending, (result, _) => { unclaimed.Add(result); return ValueTask.CompletedTask; }, gap);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await gap.DisposeAsync();
        await publisher.DisposeAsync();
    }

    [Fact]
    public async Task ReceiveAsync_ResultSomebodyWaitsFor_GoesToThem()
    {
        using var waiting = pending.Add(Jobs.Job("a"));

        await ReceiveAsync(Jobs.Done("a"));

        (await waiting.Answer).Id.ShouldBe("a");
        unclaimed.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_ResultNobodyWaitsFor_IsUnclaimed()
    {
        await ReceiveAsync(Jobs.Done("a"));

        unclaimed.ShouldHaveSingleItem().Id.ShouldBe("a");
    }

    [Fact]
    public async Task ReceiveAsync_RepeatOfAnAnswer_IsDropped()
    {
        using var waiting = pending.Add(Jobs.Job("a"));
        await ReceiveAsync(Jobs.Done("a"));

        await ReceiveAsync(Jobs.Done("a"));

        unclaimed.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_DoneAfterTheFailedThatAnswered_IsUnclaimedNews()
    {
        using var waiting = pending.Add(Jobs.Job("a"));
        await ReceiveAsync(Jobs.Failed("a"));

        await ReceiveAsync(Jobs.Done("a"));

        (await waiting.Answer).Status.ShouldBe(ResultStatus.Failed);
        unclaimed.ShouldHaveSingleItem().Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task ReceiveAsync_SameIdSpokenAgain_IsAnsweredAgain()
    {
        await ReceiveAsync(Jobs.Done("a"));
        unclaimed.Clear();
        using var again = pending.Add(Jobs.Job("a"));

        await ReceiveAsync(Jobs.Done("a"));

        again.Answer.IsCompletedSuccessfully.ShouldBeTrue();
        unclaimed.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_UnclaimedThrows_ItsRepeatIsNewsStill()
    {
        var calls = 0;
        var failing = new Reception(pending, (_, _) => ++calls == 1 ? throw new IOException("disk full") : ValueTask.CompletedTask, gap);
        await Should.ThrowAsync<IOException>(() => failing.ReceiveAsync(Jobs.Done("a"), CancellationToken.None).AsTask());

        await failing.ReceiveAsync(Jobs.Done("a"), CancellationToken.None);

        calls.ShouldBe(2);
    }

    [Fact]
    public void Add_IdAlreadyWaitedFor_IsRefused()
    {
        using var waiting = pending.Add(Jobs.Job("a"));

        Should.Throw<InvalidOperationException>(() => pending.Add(Jobs.Job("a"))).Message.ShouldContain("'a'");
    }

    [Fact]
    public async Task Unanswered_Jobs_AreThoseWithoutResultAndStillWaitedFor()
    {
        using var open = pending.Add(Jobs.Job("open"));
        using var answered = pending.Add(Jobs.Job("answered"));
        pending.Add(Jobs.Job("given-up")).Dispose();
        await ReceiveAsync(Jobs.Done("answered"));

        pending.Unanswered().ShouldHaveSingleItem().Id.ShouldBe("open");
    }

    private async Task ReceiveAsync(SpeechResult result) => await reception.ReceiveAsync(result, TestContext.Current.CancellationToken);
}
