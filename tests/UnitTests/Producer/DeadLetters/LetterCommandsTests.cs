using Shouldly;
using TtsConsumers.Producer.Cli.DeadLetters;
using TtsConsumers.Tests.UnitTests.Producer.Cli;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class LetterCommandsTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Theory]
    [InlineData("dlq")]
    [InlineData("dlq", "list")]
    [InlineData("dlq", "show")]
    [InlineData("dlq", "replay")]
    [InlineData("dlq", "export")]
    [InlineData("dlq", "import")]
    [InlineData("dlq", "purge")]
    [InlineData("unrouted")]
    [InlineData("unrouted", "list")]
    [InlineData("unrouted", "export")]
    public async Task RunAsync_Help_ShowsExamplesOfTheCommand(params string[] command)
    {
        var run = await CommandLineRun.RunAsync(Nothing, [.. command, "--help"]);

        run.ExitCode.ShouldBe(0);
        run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"tts {string.Join(' ', command)}");
    }

    [Theory]
    [InlineData("dlq")]
    [InlineData("unrouted")]
    [InlineData("dlq", "burn")]
    [InlineData("dlq", "list", "--older", "soon")]
    [InlineData("dlq", "list", "--reason", "bad_mood")]
    [InlineData("dlq", "list", "--max", "0")]
    [InlineData("dlq", "replay", "--rate", "0")]
    [InlineData("dlq", "replay", "--set", "text=好")]
    [InlineData("dlq", "replay", "--set", "text=好", "--id", "a", "--id", "b")]
    [InlineData("dlq", "replay", "--set", "id=b", "--id", "a")]
    [InlineData("dlq", "export")]
    [InlineData("dlq", "import")]
    [InlineData("dlq", "purge")]
    [InlineData("dlq", "purge", "--yes")]
    [InlineData("dlq", "purge", "--max", "3", "--yes")]
    [InlineData("dlq", "purge", "--all", "--id", "a", "--yes")]
    [InlineData("unrouted", "list", "--reason", "malformed")]
    public async Task RunAsync_WrongLine_IsUsageWithOneSentence(params string[] args)
    {
        var run = await CommandLineRun.RunAsync(Nothing, args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("--help");
    }

    [Fact]
    public async Task RunAsync_WrongOptionOfASubcommand_PointsToItsOwnHelp() =>
        (await CommandLineRun.RunAsync(Nothing, "dlq", "list", "--louder")).Error.ShouldContain("'tts dlq list --help'");

    [Theory]
    [InlineData("dlq", "list")]
    [InlineData("dlq", "replay")]
    [InlineData("unrouted", "list")]
    public async Task RunAsync_NoOperator_NamesTheSettingAndExitsWith3(params string[] args)
    {
        var run = await CommandLineRun.RunAsync(Nothing, args);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("TTS_BROKER_OPERATOR");
    }

    [Fact]
    public async Task RunAsync_OperatorIsNoAddress_IsUsage() =>
        (await CommandLineRun.RunAsync(new Dictionary<string, string?> { ["BROKER_OPERATOR"] = "localhost" }, "dlq", "list")).ExitCode.ShouldBe(2);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1.5h", 5400)]
    [InlineData("3d", 259_200)]
    public void Parse_Durations_AreReadWithTheirUnit(string text, double seconds) =>
        Durations.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("10")]
    [InlineData("-1m")]
    [InlineData("1e300d")]
    [InlineData("36501d")]
    public void Parse_NoDuration_IsNone(string text) => Durations.Parse(text).ShouldBeNull();
}
