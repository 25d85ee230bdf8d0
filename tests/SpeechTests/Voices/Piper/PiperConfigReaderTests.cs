using System.Text.Json.Nodes;
using Shouldly;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Piper;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

public sealed class PiperConfigReaderTests : IDisposable
{
    private readonly PiperFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Read_PublishersFile_IsWhatItSays()
    {
        var config = _files.Read();

        (config.PhonemeType, config.EspeakVoice, config.Language).ShouldBe((PhonemeType.Text, "en-us", "en-us"));
        (config.SampleRate, config.HopLength).ShouldBe((22_050, 256));
        (config.NoiseScale, config.LengthScale, config.NoiseWidth).ShouldBe((0.667f, 1f, 0.8f));
        config.Ids["a"].ShouldBe([4L]);
        config.Speakers.ShouldBeEmpty();
    }

    [Fact]
    public void Read_OnlyIds_TakesPipersDefaults()
    {
        File.WriteAllText(_files.ConfigPath, "\ufeff{\"phoneme_id_map\":{\"a\":[7,8],\"b\":9},}");

        var config = _files.Read();

        (config.PhonemeType, config.EspeakVoice, config.Language).ShouldBe((PhonemeType.Espeak, "en-us", "en-us"));
        (config.SampleRate, config.HopLength).ShouldBe((22_050, 256));
        (config.NoiseScale, config.LengthScale, config.NoiseWidth).ShouldBe((0.667f, 1f, 0.8f));
        config.SentenceSilence.ShouldBe(TimeSpan.FromSeconds(0.2));
        config.PhonemeSilences.ShouldBeEmpty();
        config.Ids["a"].ShouldBe([7L, 8L]);
        config.Ids["b"].ShouldBe([9L]);
    }

    [Theory]
    [InlineData("{\"language\":{\"code\":\"de_DE\"}}", "de-de")]
    [InlineData("{\"language\":\"zh_CN\"}", "zh-cn")]
    [InlineData("{\"espeak\":{\"voice\":\"cmn\"}}", "zh", "huayan")]
    [InlineData("{\"espeak\":{\"voice\":\"es-419\"}}", "es-419", "daniela")]
    [InlineData("{}", "pt-br", "pt_BR-faber-medium")]
    [InlineData("{\"phoneme_type\":\"pinyin\"}", "zh", "chaowen")]
    public void Read_Language_IsTheFilesElseThatOfNameOrReader(string fields, string language, string name = "en_US-toy-medium")
    {
        using var files = new PiperFiles(name);
        var json = JsonNode.Parse(fields)!.AsObject();
        json["phoneme_id_map"] = new JsonObject { ["a"] = new JsonArray(4) };
        File.WriteAllText(files.ConfigPath, json.ToJsonString());

        files.Read().Language.ShouldBe(language);
    }

    [Fact]
    public void Read_SeveralSpeakers_AreInTheOrderOfTheirNumbers()
    {
        _files.With("num_speakers", 3).With("speaker_id_map", new JsonObject { ["p3"] = 2, ["p1"] = 0, ["p2"] = 1 });

        _files.Read().Speakers.ShouldBe([("p1", 0), ("p2", 1), ("p3", 2)]);
    }

    [Fact]
    public void Read_SeveralSpeakersWithoutNames_AreNumbered() =>
        _files.With("num_speakers", 3).Read().Speakers.ShouldBe([("0", 0), ("1", 1), ("2", 2)]);

    [Fact]
    public void Read_OneSpeakerWithAName_IsOne() =>
        _files.With("num_speakers", 1).With("speaker_id_map", new JsonObject { ["anna"] = 0 }).Read().Speakers.ShouldBeEmpty();

    [Fact]
    public void Read_NoSpeakers_IsOne() => _files.With("num_speakers", 0).Without("speaker_id_map").Read().Speakers.ShouldBeEmpty();

    [Fact]
    public void Read_Silences_AreSeconds()
    {
        var silences = new JsonObject { ["sentence_silence"] = 0, ["phoneme_silence"] = new JsonObject { ["."] = 0.5, [","] = 1 } };

        var config = _files.With("inference", silences).Read();

        config.SentenceSilence.ShouldBe(TimeSpan.Zero);
        config.PhonemeSilences.ShouldBe(new Dictionary<string, TimeSpan> { ["."] = TimeSpan.FromSeconds(0.5), [","] = TimeSpan.FromSeconds(1) }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("inference", "{\"sentence_silence\":-1}", "inference.sentence_silence must be 0 to 10 seconds, is -1")]
    [InlineData("inference", "{\"phoneme_silence\":{\",\":99}}", "inference.phoneme_silence[','] must be 0 to 10 seconds, is 99")]
    [InlineData("phoneme_type", "\"japanese\"", "'japanese' is not served")]
    [InlineData("phoneme_id_map", "{}", "must map phonemes to ids")]
    [InlineData("phoneme_id_map", "{\"a\":[\"x\"]}", "phoneme_id_map['a']")]
    [InlineData("audio", "{\"sample_rate\":0}", "audio.sample_rate must be 4000 to 192000, is 0")]
    [InlineData("num_speakers", "-1", "num_speakers")]
    public void Read_WhatCantBeSpoken_SaysWhereAndWhy(string field, string value, string said)
    {
        _files.With(field, JsonNode.Parse(value));

        var message = Should.Throw<ModelFileException>(_files.Read).Message;

        message.ShouldContain(_files.ConfigPath);
        message.ShouldContain(said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    public void Read_NoJsonObject_NamesTheFile(string content)
    {
        File.WriteAllText(_files.ConfigPath, content);

        Should.Throw<ModelFileException>(_files.Read).Message.ShouldContain(_files.ConfigPath);
    }
}
