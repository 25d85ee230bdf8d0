using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices;

public sealed class VoiceCatalogueTests
{
    [Fact]
    public async Task Default_NothingConfigured_IsTheModelsVoiceForTheLanguage()
    {
        var catalogue = await Catalogue(configured: null);

        catalogue.Default(SpeechLanguage.Chinese).Id.ShouldBe("zf_xiaoxiao");
        catalogue.Default(SpeechLanguage.English).Id.ShouldBe("af_heart");
    }

    [Fact]
    public async Task Default_Configured_IsThatVoiceInEveryLanguage()
    {
        var catalogue = await Catalogue("zm_yunxi");

        catalogue.Default(SpeechLanguage.Chinese).Id.ShouldBe("zm_yunxi");
        catalogue.Default(SpeechLanguage.English).Id.ShouldBe("zm_yunxi");
    }

    [Fact]
    public async Task Default_ModelWithoutAVoiceForTheLanguage_IsItsFirst()
    {
        using var model = new SmallModel();
        var folder = model.Open();
        var voices = await folder.VoicesAsync(TestContext.Current.CancellationToken);

        var catalogue = new VoiceCatalogue(folder, voices, configured: null);

        catalogue.Default(SpeechLanguage.English).Id.ShouldBe("v1");
    }

    [Fact]
    public async Task Constructor_ConfiguredVoiceUnknown_NamesTheSettingAndTheVoices()
    {
        var message = (await Should.ThrowAsync<ModelFileException>(() => Catalogue("nobody"))).Message;

        message.ShouldContain("TTS_VOICE");
        message.ShouldContain("nobody");
        message.ShouldContain("bm_george");
    }

    [Fact]
    public async Task Find_KnownVoice_TellsWhatResultsAndKeysNeed()
    {
        var voice = (await Catalogue(configured: null)).Find("bf_emma").ShouldNotBeNull();

        voice.Language.ShouldBe("en-gb");
        voice.Gender.ShouldBe("female");
        voice.SampleRate.ShouldBe(24_000);
        voice.Model.ShouldBe("kokoro-82m-v1.0");
        voice.ModelSha256.ShouldBe("d396b89bc536df3451111da0fb588b597ddf84a9bad233b78d39ab0d29799a68");
        voice.License.ShouldBe("Apache-2.0");
    }

    [Fact]
    public async Task Find_UnknownVoice_IsNull() => (await Catalogue(configured: null)).Find("BF_EMMA").ShouldBeNull();

    private static async Task<VoiceCatalogue> Catalogue(string? configured)
    {
        var folder = ModelFolder.Open(Repository.Models, "kokoro-82m-v1.0");
        return new VoiceCatalogue(folder, await folder.VoicesAsync(TestContext.Current.CancellationToken), configured);
    }
}
