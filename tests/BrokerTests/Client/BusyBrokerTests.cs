using System.Text;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>reliability.md, B13: tts.jobs is full. For a client that is "busy": a bounded retry, then the caller's decision.</summary>
public sealed class BusyBrokerTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishAsync_QueueFull_IsRefusedAfterItsRepeatsAndTakenOnceThereIsRoom()
    {
        await LimitAsync(1);
        await using var impatient = new JobPublisher(Options(repeats: 1), null);
        await using var patient = new JobPublisher(Options(repeats: 1000), null);
        var filled = await FillAsync(impatient);

        filled.Detail!.ShouldContain("full");
        await Should.ThrowAsync<JobNotTakenException>(SpeakAsync);
        var waiting = patient.PublishAsync(Job("patient"), Cancellation);
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Jobs}/contents", Cancellation);

        (await waiting.WaitAsync(Patience, Cancellation)).ShouldBe(PublishReceipt.Confirmed);
    }

    private async Task<SpeechResult> SpeakAsync()
    {
        await using var client = await SpeechClient.ConnectAsync(Options(repeats: 1), Cancellation);
        return await client.SpeakAsync(Job("spoken"), Cancellation);
    }

    /// <summary>A quorum queue overshoots its limit by a few before it says no.</summary>
    private static async Task<PublishReceipt> FillAsync(JobPublisher publisher)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        for (var n = 0; ; n++)
        {
            var receipt = await publisher.PublishAsync(Job($"fill-{n}"), patience.Token);
            if (receipt.Outcome == PublishOutcome.Refused)
                return receipt;
        }
    }

    /// <summary>A policy above the farm's own, complete, with a smaller limit.</summary>
    private Task LimitAsync(int jobs)
    {
        var policy = $$$"""
            {"pattern":"^tts\\.jobs$","apply-to":"queues","priority":100,"definition":{"overflow":"reject-publish","max-length":{{{jobs}}}}}
            """;
        return farm.Admin.PutAsync($"policies/{farm.Name}/full", Encoding.UTF8.GetBytes(policy), Cancellation);
    }

    private SpeechClientOptions Options(int repeats) => new() { Broker = farm.Uris.Producer, BusyRepeats = repeats };

    private static SpeechJob Job(string id) => new() { Id = id, Text = "你好，世界。" };
}
