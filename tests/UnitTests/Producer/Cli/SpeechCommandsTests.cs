using System.Text.Json;
using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

/// <summary>The commands that need no broker, over the real lexica and the real manifest.</summary>
public sealed class SpeechCommandsTests
{
    [Fact]
    public async Task Voices_Json_ListsEveryVoiceOfTheManifest()
    {
        var run = await CommandLineRun.RunAsync(CommandLineRun.CloneSettings, "voices", "--json");

        run.ExitCode.ShouldBe(0);
        var voices = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        voices.ShouldContain(voice => voice.GetProperty("id").GetString() == "zf_xiaoxiao" && voice.GetProperty("default_for")[0].GetString() == "zh");
        voices.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Voices_NoModel_NamesTheSetting()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?> { ["MODELS"] = "/nowhere" }, "voices");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("TTS_MODELS");
    }

    [Fact]
    public async Task Phonemes_TwoReadingsOfOneCharacter_AreTold()
    {
        var run = await CommandLineRun.RunAsync(CommandLineRun.CloneSettings, "phonemes", "银行");
        var other = await CommandLineRun.RunAsync(CommandLineRun.CloneSettings, "phonemes", "行走");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("xa↗ŋ");
        other.Output.ShouldContain("ɕi");
    }

    [Fact]
    public async Task Phonemes_Json_SaysLanguageAndWhatIsLeftOut()
    {
        var run = await CommandLineRun.RunAsync(CommandLineRun.CloneSettings, "phonemes", "good \U0001F600 morning", "--json");

        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("language").GetString().ShouldBe("en");
        report.GetProperty("notes")[0].GetString()!.ShouldContain("U+1F600");
    }

    [Fact]
    public async Task Phonemes_NothingToSpeak_ExitsWith1()
    {
        var run = await CommandLineRun.RunAsync(CommandLineRun.CloneSettings, "phonemes", "\U0001F600");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Phonemes_NoLexicon_NamesTheSetting()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?> { ["LEXICON"] = "/nowhere" }, "phonemes", "a");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("TTS_LEXICON");
    }
}
