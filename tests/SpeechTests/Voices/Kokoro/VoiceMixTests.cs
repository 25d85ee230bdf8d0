using Shouldly;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices.Piper;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

public sealed class VoiceMixTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zf_xiaoxiao+zf_xiaobei", 0.5f, "zf_xiaobei*0.5+zf_xiaoxiao*0.5")]
    [InlineData("zf_xiaoxiao*0.7+zf_xiaobei*0.3", 0.7f, "zf_xiaobei*0.3+zf_xiaoxiao*0.7")]
    [InlineData("zf_xiaobei*3+zf_xiaoxiao*7", 0.7f, "zf_xiaobei*0.3+zf_xiaoxiao*0.7")]
    [InlineData("zf_xiaobei+zf_xiaoxiao*3", 0.75f, "zf_xiaobei*0.25+zf_xiaoxiao*0.75")]
    public async Task Find_Mix_IsTheWeightedMeanUnderOneName(string written, float share, string name)
    {
        var catalogue = await Catalogue();
        var (xiaoxiao, xiaobei) = (Row(catalogue, "zf_xiaoxiao", 30), Row(catalogue, "zf_xiaobei", 30));

        var mix = catalogue.Find(written, out var why).ShouldNotBeNull(why);

        mix.Id.ShouldBe(name);
        (mix.Gender, mix.Language, mix.Model).ShouldBe(("female", "zh", "kokoro-82m-v1.0"));
        var expected = xiaoxiao.Zip(xiaobei, (one, other) => (one * share) + (other * (1 - share)));
        mix.Style!.For(30).ToArray().ShouldBe(expected, tolerance: 1e-6);
        xiaoxiao.ShouldNotBe(xiaobei);
        catalogue.Find(mix.Id)!.Id.ShouldBe(mix.Id);
    }

    [Fact]
    public async Task Find_MixOfWomanAndMan_TakesTheLanguageOfTheGreaterPart()
    {
        var mix = (await Catalogue()).Find("af_heart*0.2+zm_yunxi*0.8").ShouldNotBeNull();

        (mix.Gender, mix.Language).ShouldBe(("mixed", "zh"));
    }

    [Fact]
    public async Task Find_MixOfOne_IsThatVoice() => (await Catalogue()).Find("zf_xiaoxiao*0.4").ShouldNotBeNull().Id.ShouldBe("zf_xiaoxiao");

    [Theory]
    [InlineData("zf_xiaoxiao+", "'' is no part of a mix")]
    [InlineData("zf_xiaoxiao+zf_xiaobei*", "'zf_xiaobei*' is no part of a mix")]
    [InlineData("zf_xiaoxiao*-1+zf_xiaobei", "'zf_xiaoxiao*-1' is no part of a mix")]
    [InlineData("zf_xiaoxiao*0+zf_xiaobei", "the weight above 0")]
    [InlineData("zf_xiaoxiao*0,5+zf_xiaobei", "'zf_xiaoxiao*0,5' is no part of a mix")]
    [InlineData("zf_xiaoxiao*1e1+zf_xiaobei", "'zf_xiaoxiao*1e1' is no part of a mix")]
    [InlineData("zf_xiaoxiao + zf_xiaobei", "'zf_xiaoxiao ' is no part of a mix")]
    [InlineData("zf_xiaoxiao+zf_xiaoxiao", "'zf_xiaoxiao' is twice in the mix")]
    [InlineData("zf_xiaoxiao+nobody", "voice 'nobody' is not in the catalogue")]
    [InlineData("a+b+c+d+e+f+g+h+i", "a mix has at most 8 voices")]
    public async Task Find_BadMix_SaysWhy(string written, string said)
    {
        (await Catalogue()).Find(written, out var why).ShouldBeNull();

        why.ShouldContain(said);
    }

    [Fact]
    public async Task Find_MixWithAPiperVoice_SaysThatTheyAreNotMixed()
    {
        using var files = new PiperFiles();
        var kokoro = ModelFolder.Open(Repository.Models, "tone");
        List<Voice> voices = [.. await kokoro.VoicesAsync(Token)];
        voices.AddRange(await files.Shelf().Preferred.VoicesAsync(Token));
        var catalogue = new VoiceCatalogue(kokoro, voices, configured: null);

        catalogue.Find("zf_xiaoxiao+en_US-toy-medium", out var why).ShouldBeNull();

        why.ShouldBe("voices are mixed in the Kokoro family only; 'en_US-toy-medium' is of the family piper");
    }

    [Fact]
    public async Task Constructor_ConfiguredMix_IsTheDefault()
    {
        var folder = ModelFolder.Open(Repository.Models, "kokoro-82m-v1.0");
        var catalogue = new VoiceCatalogue(folder, await folder.VoicesAsync(Token), "zf_xiaoxiao+zf_xiaobei");

        catalogue.Default(TtsConsumers.Speech.Text.SpeechLanguage.Chinese).Id.ShouldBe("zf_xiaobei*0.5+zf_xiaoxiao*0.5");
    }

    private static float[] Row(VoiceCatalogue catalogue, string id, int ids) => catalogue.Find(id)!.Style!.For(ids).ToArray();

    private static async Task<VoiceCatalogue> Catalogue()
    {
        var folder = ModelFolder.Open(Repository.Models, "kokoro-82m-v1.0");
        return new VoiceCatalogue(folder, await folder.VoicesAsync(Token), configured: null);
    }
}
