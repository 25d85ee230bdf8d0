using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Models that give a sick sound, or crash their host from within (reliability.md, G3, G4; P2, P4).</summary>
public sealed class SickModelTests(BrokerFixture broker)
{
    private const int FloatingPointException = 8;
    private const int Lanes = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SickSound_OfAnyKind_IsTriedAgainAndNeverStoredAsGood()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(
            Cancellation, ("TTS_MODELS", SickVoice.Make(scene.Folder)), ("TTS_MODEL", SickVoice.Name), ("TTS_MAX_ATTEMPTS", "2"));
        await using var ledger = await Ledger.OpenAsync(scene);
        (string Id, string Text, string Saying)[] sick =
        [
            ("nan", SickVoice.NotFinite, "is NaN"), ("silent", SickVoice.Silent, "silent"), ("flat", SickVoice.Flat, "clipped flat"),
            ("long", SickVoice.TooLong, "frames"), ("short", SickVoice.TooShort, "frames"),
        ];

        foreach (var (id, text, saying) in sick)
        {
            ledger.Condemn(id, ReasonCode.AttemptsExhausted, $"audio_invalid: .*{saying}");
            await ledger.PublishAsync(new SpeechJob { Id = id, Text = text });
        }
        await ledger.PublishManyAsync("well", 40);

        await host.UntilStatsAsync(stats => stats.GetProperty("failed").GetInt64() == sick.Length, "through with the sick ones", Cancellation);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        Directory.GetFiles(scene.Store, "*.wav", SearchOption.AllDirectories).Length.ShouldBe(60, "the healthy ones, before and after, and nothing else");
    }

    [Fact]
    public async Task NativeCrash_InRun_TheJobEndsAloneAndAllOthersAreDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        var models = SickVoice.Make(scene.Folder);
        ledger.Condemn("poison", ReasonCode.CrashLoop);
        await ledger.PublishManyAsync("neighbour", 20);
        await ledger.PublishAsync(new SpeechJob { Id = "poison", Text = SickVoice.Crashing });
        await ledger.PublishManyAsync("later", 20);

        var lost = 0;
        var host = Start(scene, models);
        for (var isOver = false; !isOver;)
        {
            // The broker may give the poison job up because of the very loss that is seen only after it.
            isOver = await ledger.CountAsync(Queues.Dead) > 0;
            await Task.Delay(TimeSpan.FromMilliseconds(isOver ? 1000 : 50), Cancellation);
            if (!host.HasExited)
                continue;
            (await host.ExitAsync(Cancellation)).ShouldBe(128 + FloatingPointException);
            lost++;
            host = Start(scene, models);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{lost} hosts lost");
        lost.ShouldBeInRange(3, 5, "once or twice among others, then alone");
        await ledger.CloseAsync(faults: lost * Lanes);
    }

    private static HostProcess Start(FarmScene scene, string models) =>
        scene.StartHost(("TTS_LANES", $"{Lanes}"), ("TTS_MODELS", models), ("TTS_MODEL", SickVoice.Name));
}
