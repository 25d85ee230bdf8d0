using Shouldly;
using TtsConsumers.Consumer;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Models that hang, want too much memory or lose their GPU, and hosts that are stuck (reliability.md, G1; P2, P4).</summary>
public sealed class WatchdogTests(BrokerFixture broker)
{
    // Words with the symbols that set off the faults of FaultyVoice: vˈɪʒən, θˈɪn, ðˈɪs.
    private const string HangingText = "vision";
    private const string LargeText = "thin";
    private const string DeadlyText = "this";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hang_OnceInASession_TheRebuiltInstanceDoesTheJobAndTheSecondHangEndsTheHost()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var voice = FaultyModels(scene, alsoThirdRun: true);
        var host = await scene.HostAsync(Cancellation, [.. voice, ("TTS_MODEL_SECONDS", "1"), ("TTS_MODEL_FACTOR", "1")]);
        await using var client = await scene.ClientAsync(Cancellation);
        using var sound = new OwnSound();
        List<int> attempts = [];

        // In every session the third Run hangs; the first of a host's first session was its warming up.
        foreach (var text in (string[])["第一句没有问题。", "第二句会卡住一次。", "第三句没有问题。"])
        {
            var result = await client.SpeakAsync(new SpeechJob { Id = $"job-{attempts.Count}", Text = text }, Cancellation);
            await sound.CheckAsync(result, text, Cancellation);
            attempts.Add(result.Attempt);
        }
        var last = client.SpeakAsync(new SpeechJob { Id = "last", Text = "第四句再卡一次。" }, Cancellation);
        var exitCode = await host.ExitAsync(Cancellation);
        await scene.HostAsync(Cancellation, voice);

        attempts.ShouldBe([1, 2, 1]);
        exitCode.ShouldBe(ExitCodes.ModelStuck);
        await sound.CheckAsync(await last, "第四句再卡一次。", Cancellation);
        (await last).Attempt.ShouldBe(2, "a hang is a counted try");
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hang_AlwaysOnOneText_ItEndsAsADeadLetterAndAllItsNeighboursAreDone()
    {
        const int Neighbours = 40;
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("hang", Cancellation);
        var voice = FaultyModels(scene);
        await PublishAsync(scene, "poison", HangingText);
        for (var i = 0; i < Neighbours; i++)
            await PublishAsync(scene, $"neighbour-{i}", $"第{i}位邻居。");

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var supervising = SuperviseAsync(scene, [.. voice, ("TTS_MODEL_SECONDS", "2"), ("TTS_MODEL_FACTOR", "1")], enough.Token);
        var (byId, _) = await results.CollectAsync(Neighbours + 1, Cancellation);
        await enough.CancelAsync();

        byId["poison"].Error!.Code.ShouldBe(ReasonCode.AttemptsExhausted);
        byId["poison"].Error!.Message.ShouldContain("the last failed with synthesis_timeout: Model faulty did not come back within 2 s");
        byId["poison"].Attempt.ShouldBe(5);
        byId.Remove("poison");
        byId.Values.ShouldAllBe(result => result.Status == ResultStatus.Done);
        (await supervising).ShouldBe([ExitCodes.ModelStuck, ExitCodes.ModelStuck], "each host stands one hang; the fifth try is a third host's first");
        (await FarmScene.TakeAsync(scene.Vhost.Uris.Operator, Queues.Dead, 1, Cancellation))[0].Properties.MessageId.ShouldBe("poison");
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeviceLost_InMidSynthesis_TheHostEndsWithItsOwnCodeAndAnotherDoesTheJob()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, FaultyModels(scene));
        await using var client = await scene.ClientAsync(Cancellation);

        var speaking = client.SpeakAsync(new SpeechJob { Id = "deadly", Text = DeadlyText }, Cancellation);
        var exitCode = await host.ExitAsync(Cancellation);
        await scene.HostAsync(Cancellation);
        var result = await speaking;

        exitCode.ShouldBe(ExitCodes.DeviceLost);
        result.Status.ShouldBe(ResultStatus.Done);
        result.Attempt.ShouldBe(2);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OutOfMemory_OnOneText_CostsThatTextItsTriesAndNobodyElse()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, [.. FaultyModels(scene), ("TTS_MAX_ATTEMPTS", "2")]);
        await using var client = await scene.ClientAsync(Cancellation);

        var large = await client.SpeakAsync(new SpeechJob { Id = "large", Text = LargeText }, Cancellation);
        var small = await client.SpeakAsync(new SpeechJob { Id = "small", Text = "内存够用。" }, Cancellation);

        large.Error!.Code.ShouldBe(ReasonCode.AttemptsExhausted);
        large.Error.Message.ShouldContain("Failed to allocate memory");
        small.Status.ShouldBe(ResultStatus.Done);
        host.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Live_OneJobInHandForTooLong_FailsAndWaitingNeverDoes()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, [.. FaultyModels(scene), ("TTS_STUCK_SECONDS", "2"), ("TTS_DRAIN_SECONDS", "1")]);
        await host.UntilStatsAsync(stats => stats.GetProperty("uptime_seconds").GetDouble() > 6, "idle for longer than a job may be in hand", Cancellation);
        (await host.AskAsync("/health/live", Cancellation)).ShouldBe(200);
        await using var client = await scene.ClientAsync(Cancellation);

        var speaking = client.SpeakAsync(new SpeechJob { Id = "stuck", Text = HangingText }, Cancellation);
        await host.UntilAsync(async () => await host.AskAsync("/health/live", Cancellation) == 503, "not live", Cancellation);

        (await host.TerminateAsync(Cancellation)).ShouldBe(0, "a call that does not end is left behind when the host drains");
        await scene.HostAsync(Cancellation);
        (await speaking).Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task Live_ThreadPoolBlocked_IsNotAnsweredInTime()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var models = Path.Combine(scene.Folder, "models");
        Link(models, "g2p-en", "tone");
        CopyFiles(Path.Combine(Clone.Root, "models", "polyphone"), Directory.CreateDirectory(Path.Combine(models, "polyphone")).FullName);
        FaultyVoice.MakeHang(Path.Combine(models, "polyphone", "g2pm.onnx"), FaultyVoice.AnHour);

        // The front end runs on the lanes' own threads, the pool's: four lanes that hang in it block all of a pool of four.
        var host = await scene.HostAsync(
            Cancellation, ("TTS_MODELS", models), ("TTS_LANES", "4"), ("DOTNET_ThreadPool_ForceMaxWorkerThreads", "4"));
        (await host.AskAsync("/health/live", Cancellation)).ShouldBe(200);
        for (var i = 0; i < 4; i++)
            await PublishAsync(scene, $"job-{i}", "他得还了，行也长，重也好。");

        await host.UntilAsync(async () => await host.AskAsync("/health/live", Cancellation) != 200, "silent", Cancellation);
    }

    private static (string Name, string Value)[] FaultyModels(FarmScene scene, bool alsoThirdRun = false)
    {
        var models = Path.Combine(scene.Folder, "models");
        Link(models, "g2p-en", "polyphone");
        FaultyVoice.Make(models, Path.Combine(Clone.Root, "models", "tone"), FaultyVoice.AnHour, alsoThirdRun);
        return [("TTS_MODELS", models), ("TTS_MODEL", FaultyVoice.Name)];
    }

    private static void Link(string models, params string[] folders)
    {
        Directory.CreateDirectory(models);
        foreach (var folder in folders)
            Directory.CreateSymbolicLink(Path.Combine(models, folder), Path.Combine(Clone.Root, "models", folder));
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>What `./farm up`, systemd or Kubernetes does: a host that dies is started again.</summary>
    private static async Task<List<int>> SuperviseAsync(FarmScene scene, (string Name, string Value)[] settings, CancellationToken enough)
    {
        List<int> exitCodes = [];
        while (true)
        {
            var host = scene.StartHost(settings);
            try
            {
                await host.EndAsync(enough);
                exitCodes.Add(await host.ExitAsync(CancellationToken.None));
            }
            catch (OperationCanceledException)
            {
                return exitCodes;
            }
        }
    }

    private static Task PublishAsync(FarmScene scene, string id, string text) => scene.PublishRawAsync(
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SpeechJob { Id = id, Text = text }, ContractJson.Job),
        new() { Persistent = true, MessageId = id, ReplyTo = "hang" },
        Cancellation);
}
