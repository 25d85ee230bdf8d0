using System.Text.Json.Nodes;
using Shouldly;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Piper;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

public sealed class PiperSymbolsTests : IDisposable
{
    private readonly PiperFiles _files = new();

    public void Dispose() => _files.Dispose();

    /// <summary>The example of piper-phonemize's own tests: a pad after the beginning and after every phoneme.</summary>
    [Fact]
    public void Ids_CodePoints_HaveAPadBetweenAnyTwo()
    {
        var symbols = new PiperSymbols(_files.Read());

        symbols.Ids(symbols.Split("ab c")).ShouldBe([1L, 0, 4, 0, 5, 0, 3, 0, 6, 0, 2]);
    }

    [Fact]
    public void Ids_PhonemeOfSeveralIds_GetsAllOfThem()
    {
        _files.Config["phoneme_id_map"]!["b"] = new JsonArray(50, 51);
        _files.Write();
        var symbols = new PiperSymbols(_files.Read());

        symbols.Ids(["a", "b"]).ShouldBe([1L, 0, 4, 0, 50, 51, 0, 2]);
    }

    [Fact]
    public void Split_Clusters_AreOnePhoneme()
    {
        _files.With("vowel_clusters", new JsonArray(new JsonArray("a", "ɪ"), new JsonArray("o", "ʊ")));

        new PiperSymbols(_files.Read()).Split("maɪ aʊ oʊ").ShouldBe(["m", "aɪ", " ", "a", "ʊ", " ", "oʊ"]);
    }

    [Fact]
    public void Ids_UnknownPhoneme_IsNotPassedOver() =>
        Should.Throw<UnknownSymbolException>(() => new PiperSymbols(_files.Read()).Ids(["ʘ"])).Message.ShouldContain("ʘ");

    /// <summary>The example of Piper's own test, tests/test_chinese_phonemizer.py.</summary>
    [Fact]
    public void Ids_Pinyin_HaveAPadAfterEverySyllableAndMark()
    {
        var map = new JsonObject
        {
            ["_"] = new JsonArray(0), ["^"] = new JsonArray(1), ["$"] = new JsonArray(2), ["Ø"] = new JsonArray(3), ["k"] = new JsonArray(13),
            ["h"] = new JsonArray(14), ["a"] = new JsonArray(27), ["ua"] = new JsonArray(50), ["er"] = new JsonArray(62), ["2"] = new JsonArray(65),
            ["3"] = new JsonArray(66), ["。"] = new JsonArray(69),
        };
        _files.With("phoneme_type", "pinyin").With("phoneme_id_map", map);
        var symbols = new PiperSymbols(_files.Read());

        symbols.Ids(symbols.Split("ka3 er3 hua2 。")).ShouldBe([1L, 13, 27, 66, 0, 3, 62, 66, 0, 14, 50, 65, 0, 69, 0, 2]);
    }

    [Theory]
    [InlineData("zhuang4", "zh uang 4")]
    [InlineData("yuan2", "y uan 2")]
    [InlineData("lve4", "l ve 4")]
    [InlineData("ju1", "j u 1")]
    [InlineData("ai4", "Ø ai 4")]
    [InlineData("xiong2", "x iong 2")]
    public void Split_Pinyin_IsInitialFinalAndTone(string syllable, string phonemes)
    {
        _files.With("phoneme_type", "pinyin");

        new PiperSymbols(_files.Read()).Split(syllable).ShouldBe(phonemes.Split(' '));
    }
}
