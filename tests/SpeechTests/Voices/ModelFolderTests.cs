using Shouldly;
using TtsConsumers.Speech.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices;

public sealed class ModelFolderTests : IDisposable
{
    private readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("kokoro-82m-v1.0")]
    [InlineData("tone")]
    public async Task VoicesAsync_ShippedModel_FindsEveryVoice(string model)
    {
        var folder = ModelFolder.Open(Repository.Models, model);

        var voices = await folder.VoicesAsync(TestContext.Current.CancellationToken);

        voices.Select(voice => voice.Id).ShouldBe(folder.Listed.Select(voice => voice.Id));
        voices.Count.ShouldBe(14);
        Should.NotThrow(folder.Prove);
    }

    [Fact]
    public void Open_NoSuchModel_SaysWhichSettingsToLookAt()
    {
        var message = Should.Throw<ModelFileException>(() => ModelFolder.Open(Repository.Models, "nobody")).Message;

        message.ShouldContain(Path.Combine("nobody", "model.json"));
        message.ShouldContain("TTS_MODEL");
    }

    [Theory]
    [InlineData("\"name\"", "\"nmae\"", "nmae")]
    [InlineData("\"family\":\"kokoro\",", "", "family")]
    [InlineData("\"family\":\"kokoro\"", "\"family\":null", "family")]
    [InlineData("\"sample_rate\":24000", "\"sample_rate\":\"24000\"", "sample_rate")]
    [InlineData("\"sample_rate\":24000", "\"sample_rate\":24000,\"sample_rate\":8000", "sample_rate")]
    [InlineData("\"sample_rate\":24000", "\"sample_rate\":24", "sample_rate: must be 8000 to 48000, is 24")]
    [InlineData("\"style_rows\":510", "\"style_rows\":0", "style_rows")]
    [InlineData("\"file\":\"model.onnx\"", "\"file\":\"../model.onnx\"", "file: must be a path inside the model's folder")]
    [InlineData("\"file\":\"v1.bin\"", "\"file\":\"/v1.bin\"", "voices[0].file")]
    [InlineData("\"gender\":\"female\",\"sha256\":\"", "\"gender\":\"female\",\"sha256\":\"x", "voices[0].sha256")]
    [InlineData("\"zh\":\"v1\"", "\"zh\":\"v2\"", "default_voices.zh: 'v2'")]
    [InlineData("\"a\":43", "\"ab\":43", "vocabulary['ab']")]
    [InlineData("\"a\":43", "\"a\":0", "vocabulary['a']")]
    public void Open_FaultyManifest_NamesFileAndField(string sound, string faulty, string named)
    {
        var manifest = File.ReadAllText(_model.ManifestPath);
        manifest.ShouldContain(sound);
        File.WriteAllText(_model.ManifestPath, manifest.Replace(sound, faulty, StringComparison.Ordinal));

        var message = Should.Throw<ModelFileException>(() => _model.Open()).Message;

        message.ShouldContain(_model.ManifestPath);
        message.ShouldContain(named);
    }

    [Fact]
    public void Open_SeveralFaults_NamesAll()
    {
        _model.Manifest["frame_samples"] = 0;
        _model.Manifest["max_ids"] = 0;
        _model.Write();

        var message = Should.Throw<ModelFileException>(() => _model.Open()).Message;

        message.ShouldContain("frame_samples");
        message.ShouldContain("max_ids");
    }

    [Fact]
    public async Task Prove_ModelMissing_NamesIt()
    {
        File.Delete(_model.ModelPath);

        (await Fault()).ShouldContain(_model.ModelPath);
    }

    [Fact]
    public async Task Prove_ModelCutShort_SaysWhatWasExpectedAndSeen()
    {
        var expected = _model.Manifest["sha256"]!.ToString();
        await using (var file = File.OpenWrite(_model.ModelPath))
        {
            file.SetLength(1000);
        }

        var message = await Fault();

        message.ShouldContain(_model.ModelPath);
        message.ShouldContain(expected);
        message.ShouldContain("1,000 bytes");
        message.ShouldContain("git checkout");
    }

    [Fact]
    public async Task VoicesAsync_OneByteOfAPackChanged_NamesThePack()
    {
        var bytes = await File.ReadAllBytesAsync(_model.PackPath, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(_model.PackPath, bytes, TestContext.Current.CancellationToken);

        (await Fault()).ShouldContain(_model.PackPath);
    }

    [Fact]
    public async Task VoicesAsync_PackMissing_NamesIt()
    {
        File.Delete(_model.PackPath);

        (await Fault()).ShouldContain(_model.PackPath);
    }

    [Fact]
    public async Task VoicesAsync_PackOfAnotherShape_SaysBothSizes()
    {
        await File.WriteAllBytesAsync(_model.PackPath, new byte[1024], TestContext.Current.CancellationToken);
        _model.Seal();

        var message = await Fault();

        message.ShouldContain("1,024 bytes");
        message.ShouldContain("522,240");
    }

    private async Task<string> Fault() =>
        (await Should.ThrowAsync<ModelFileException>(async () =>
        {
            var model = _model.Open();
            await model.VoicesAsync(TestContext.Current.CancellationToken);
            model.Prove();
        })).Message;
}
