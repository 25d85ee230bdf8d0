using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Audio;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class SpeechEngineTests
{
    private readonly SpeechOptions _options = new()
    {
        Models = Repository.Models, Lexicon = Repository.Lexicon, Model = "tone", Instances = 2, Threads = 1,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("你好，世界！", SpeechLanguage.Chinese, "zf_xiaoxiao")]
    [InlineData("Hello, world.", SpeechLanguage.English, "af_heart")]
    public async Task LoadAsync_ToyVoice_SpeaksTextOnEveryInstance(string text, SpeechLanguage language, string speaker)
    {
        await using var engine = await LoadAsync();
        engine.Instances.Count.ShouldBe(2);
        var reading = engine.FrontEnd.Read(text, null).ShouldBeOfType<Reading.Spoken>();
        var voice = engine.Catalogue.Default(reading.Language);

        reading.Language.ShouldBe(language);
        voice.Id.ShouldBe(speaker);
        var utterance = engine.Utter(reading, voice, 1.0);
        foreach (var instance in engine.Instances)
        {
            using var audio = await instance.SpeakAsync(utterance, Token);

            AudioCheck.Fault(audio, utterance).ShouldBeNull();
            var wav = new AudioForm(AudioEncoders.All[0], audio.SampleRate).Render(audio.Samples, audio.SampleRate);
            ToneReader.IdsOfWav(wav).ShouldBe(utterance.Pieces[0].Ids.ToArray().Select(id => (int)id));
        }
    }

    [Fact]
    public async Task LoadAsync_OtherProvider_SaysWhatIsServed()
    {
        _options.Provider = "abacus";

        (await Should.ThrowAsync<ValidationException>(LoadAsync)).Message.ShouldContain("TTS_PROVIDER: 'cpu', 'cuda', 'tensorrt' and 'auto' are served");
    }

    [Fact]
    public async Task LoadAsync_NoSuchModel_NamesItsManifest()
    {
        _options.Model = "nobody";

        (await Should.ThrowAsync<ModelFileException>(LoadAsync)).Message.ShouldContain(Path.Combine("nobody", "model.json"));
    }

    [Fact]
    public async Task LoadAsync_NoLexicon_Fails()
    {
        _options.Lexicon = Path.Combine(Repository.Root, "no-such-folder");

        await Should.ThrowAsync<IOException>(LoadAsync);
    }

    private Task<SpeechEngine> LoadAsync() =>
        SpeechEngine.LoadAsync(_options, TimeProvider.System, NullLogger<SpeechEngine>.Instance, Token);
}
