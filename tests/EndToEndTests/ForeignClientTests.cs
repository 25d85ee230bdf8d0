using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>The examples of docs/MESSAGES.md, run as they stand against a live farm.</summary>
public sealed class ForeignClientTests(BrokerFixture broker)
{
    private const string Python = "/usr/bin/python3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pika_PublisherAndCollector_GetEachTextsOwnSound()
    {
        Assert.SkipUnless(await RunsAsync(Python, "-c", "import pika"), "python3-pika is not installed (apt-get install python3-pika)");
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        using var sound = new OwnSound();
        string[] texts = ["你好，世界。", "今天天气很好。", "Welcome to the farm."];

        using var collector = Start(scene, Python, Example("collect.py"), "team", "3");
        (await collector.StandardError.ReadLineAsync(Cancellation)).ShouldBe("listening");
        using var publisher = Start(scene, Python, Example("publish.py"), "team");
        await publisher.StandardInput.WriteLineAsync(string.Join('\n', texts));
        publisher.StandardInput.Close();
        var ids = (await EndAsync(publisher)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var results = (await EndAsync(collector)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize(line, ContractJson.Result)!).ToDictionary(result => result.Id);

        for (var i = 0; i < texts.Length; i++)
            await sound.CheckAsync(results[ids[i]], texts[i], Cancellation);
    }

    [Fact]
    public async Task AmqpPublish_OneText_IsSpoken()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/amqp-publish"), "amqp-tools is not installed (apt-get install amqp-tools)");
        await using var scene = await FarmScene.SetAsync(broker);
        await scene.HostAsync(Cancellation);
        await using var results = await scene.ResultsAsync("shell", Cancellation);
        using var sound = new OwnSound();

        using var publisher = Start(scene, "bash", Example("publish.sh"), "hello-1", "他说\"你好\"，世界。", "shell");
        await EndAsync(publisher);
        var (result, _) = await results.NextAsync(Cancellation);

        result.Id.ShouldBe("hello-1");
        await sound.CheckAsync(result, "他说\"你好\"，世界。", Cancellation);
    }

    private static string Example(string name) => Path.Combine(Clone.Root, "docs", "examples", name);

    private static Process Start(FarmScene scene, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["TTS_BROKER_PRODUCER"] = scene.Vhost.Uris.Producer;
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        return Process.Start(start)!;
    }

    private static async Task<string> EndAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync(patience.Token));
        return output;
    }

    private static async Task<bool> RunsAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        await process!.WaitForExitAsync(Cancellation);
        return process.ExitCode == 0;
    }
}
