using Shouldly;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices.Piper;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices;

public sealed class ModelShelfTests
{
    [Fact]
    public void Open_ShippedModels_OffersThePreferredOnesVoicesAndTheToyPiperVoice()
    {
        var shelf = ModelShelf.Open(Repository.Models, "kokoro-82m-v1.0");

        shelf.Preferred.Name.ShouldBe("kokoro-82m-v1.0");
        shelf.Voices.Select(one => one.Voice.Id).ShouldBe([.. shelf.Preferred.Listed.Select(voice => voice.Id), "piper-tone"]);
        shelf.Voices.Last().Voice.ShouldBe(new ListedVoice("piper-tone", "en-us", "unknown"));
        shelf.Voices.Last().Model.SampleRate.ShouldBe(22_050);
        shelf.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("en/en_US/lessac/medium")]
    public void Open_PiperFilesAtAnyDepth_AreAVoiceNamedAfterTheFile(string folder)
    {
        using var files = new PiperFiles("en_US-lessac-medium", folder);

        files.Shelf().Voices.ShouldHaveSingleItem().Voice.Id.ShouldBe("en_US-lessac-medium");
    }

    [Fact]
    public void Open_ConfigWithoutModel_SaysThatTheyAreTwo()
    {
        using var good = new PiperFiles("good");
        File.WriteAllText(Path.Combine(good.Models, "alone.onnx.json"), File.ReadAllText(good.ConfigPath));

        var shelf = good.Shelf();

        shelf.Models.Count.ShouldBe(1);
        shelf.Faults["alone"].ShouldContain("alone.onnx is missing: a Piper voice is two files");
    }

    [Fact]
    public void Open_VoiceWithoutConfig_SaysWhichFileIsMissing()
    {
        using var good = new PiperFiles("good");
        File.Copy(good.ModelPath, Path.Combine(good.Models, "de_DE-thorsten-high.onnx"));
        File.Copy(good.ConfigPath, Path.Combine(good.Models, "de_DE-thorsten-high.json"));

        var shelf = good.Shelf();

        shelf.Models.Count.ShouldBe(1);
        shelf.Faults.ShouldHaveSingleItem().Value.ShouldEndWith("a Piper voice is two files, and de_DE-thorsten-high.onnx.json is not beside it.");
    }

    [Fact]
    public void Open_SameNameTwice_KeepsTheFirstAndSaysSo()
    {
        using var files = new PiperFiles("twin", "a");
        Directory.CreateDirectory(Path.Combine(files.Models, "b"));
        File.Copy(files.ConfigPath, Path.Combine(files.Models, "b", "twin.onnx.json"));
        File.Copy(files.ModelPath, Path.Combine(files.Models, "b", "twin.onnx"));

        var shelf = files.Shelf();

        shelf.Preferred.ModelPath.ShouldBe(files.ModelPath);
        shelf.Faults.ShouldHaveSingleItem().Value.ShouldContain("there is another model named twin");
    }

    [Fact]
    public void Open_PreferredIsFaulty_SaysWhy()
    {
        using var files = new PiperFiles("faulty");
        files.With("phoneme_type", "hebrew");

        Should.Throw<ModelFileException>(files.Shelf).Message.ShouldContain("'hebrew' is not served");
    }

    [Theory]
    [InlineData("* License: CC0 1.0", "CC0 1.0")]
    [InlineData("## Dataset\n\n* URL: x\n* License: https://example.org/license.html\n", "https://example.org/license.html")]
    [InlineData("nothing of the kind", "unknown")]
    public void Open_ModelCardBesideTheVoice_TellsTheLicence(string card, string license)
    {
        using var files = new PiperFiles();
        File.WriteAllText(Path.Combine(files.Models, "MODEL_CARD"), card);

        files.Shelf().Preferred.License.ShouldBe(license);
    }
}
