using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class ShellTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Theory]
    [InlineData("say")]
    [InlineData("demo")]
    [InlineData("publish")]
    [InlineData("results")]
    [InlineData("status")]
    [InlineData("check")]
    [InlineData("doctor")]
    [InlineData("provision")]
    [InlineData("voices")]
    [InlineData("phonemes")]
    public async Task RunAsync_Help_ShowsExamplesOfTheCommand(string command)
    {
        var run = await CommandLineRun.RunAsync(Nothing, command, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"tts {command}");
    }

    [Fact]
    public async Task RunAsync_HelpOfAll_NamesEveryCommand()
    {
        var run = await CommandLineRun.RunAsync(Nothing, "--help");

        run.ExitCode.ShouldBe(0);
        foreach (var command in (string[])["say", "demo", "publish", "results", "status", "check", "doctor", "provision", "voices", "phonemes"])
            run.Output.ShouldContain($"  {command} ");
    }

    [Theory]
    [InlineData]
    [InlineData("sing")]
    [InlineData("say")]
    [InlineData("say", "hi", "--louder")]
    [InlineData("say", "hi", "--speed", "9")]
    [InlineData("say", "hi", "--speed", "fast")]
    [InlineData("say", "hi", "--language", "fr")]
    [InlineData("say", "hi", "--format", "ogg")]
    [InlineData("say", "hi", "--rate", "44100")]
    [InlineData("say", "hi", "--loudness", "-3")]
    [InlineData("results")]
    [InlineData("results", "--suffix", "A.B")]
    [InlineData("results", "--suffix", "a", "--queue", "b")]
    [InlineData("results", "--suffix", "a", "--count", "-1")]
    [InlineData("publish", "-", "--reply-to", "a", "--queue", "b")]
    [InlineData("publish", "-", "--in-flight", "0")]
    [InlineData("provision", "--time-scale", "0")]
    public async Task RunAsync_WrongLine_IsUsageWithOneSentence(params string[] args)
    {
        var run = await CommandLineRun.RunAsync(Nothing, args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("--help");
    }

    [Theory]
    [InlineData("TTS_BROKER_PRODUCER", "say", "你好")]
    [InlineData("TTS_BROKER_PRODUCER", "demo")]
    [InlineData("TTS_BROKER_PRODUCER", "publish")]
    [InlineData("TTS_BROKER_PRODUCER", "results", "--suffix", "a")]
    [InlineData("TTS_BROKER_PRODUCER", "check")]
    [InlineData("TTS_BROKER_MONITOR", "doctor")]
    [InlineData("TTS_BROKER_ADMIN", "provision")]
    [InlineData("TTS_HOSTS", "status")]
    public async Task RunAsync_SettingMissing_NamesItAndExitsWith3(string setting, params string[] args)
    {
        var run = await CommandLineRun.RunAsync(Nothing, args);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain(setting);
    }

    [Fact]
    public async Task RunAsync_NoBroker_SaysSoAndExitsWith3()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?> { ["BROKER"] = "amqp://127.0.0.1:1/tts" }, "check");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("no broker");
    }

    [Fact]
    public async Task RunAsync_NothingToSpeak_IsUsage()
    {
        var run = await CommandLineRun.RunAsync(Nothing, "say", "……");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nothing to speak");
    }

    [Fact]
    public async Task RunAsync_FileOfNoFormat_IsUsage()
    {
        var run = await CommandLineRun.RunAsync(Nothing, "say", "你好。", "--out", "hello.m4a");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(".m4a; there are .wav, .pcm, .flac, .opus, .mp3");
    }

    [Fact]
    public async Task RunAsync_Cancelled_ExitsWith130()
    {
        using var ctrlC = new CancellationTokenSource();
        await ctrlC.CancelAsync();

        var run = await CommandLineRun.RunAsync(
            new Dictionary<string, string?> { ["BROKER"] = "amqp://127.0.0.1:1/tts" }, TextReader.Null, ctrlC.Token, "check");

        run.ExitCode.ShouldBe(130);
    }
}
