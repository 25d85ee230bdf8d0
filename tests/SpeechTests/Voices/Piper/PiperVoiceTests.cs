using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

/// <summary>Piper voices through the whole engine: dropped into the folder of models, read in their way, spoken by the toy voice.</summary>
public sealed class PiperVoiceTests : IDisposable
{
    private readonly PiperFiles _files = new("xx_XX-toy-low", "dropped/in");
    private readonly SpeechOptions _options;

    public PiperVoiceTests()
    {
        CopyOf("polyphone");
        CopyOf("g2p-en");
        CopyOf("tone");
        File.Delete(Path.Combine(_files.Models, "tone", "piper-tone.onnx.json"));
        _options = new SpeechOptions { Models = _files.Models, Lexicon = Repository.Lexicon, Model = "tone", Threads = 1 };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Speak_TextVoiceInAFolder_SaysItsCodePoints()
    {
        await using var engine = await LoadAsync();

        var (ids, notes) = await SpeakAsync(engine, "xx_XX-toy-low", "Hi, Żoë é5");

        // Letters it lacks are tried in lower case; accents are phonemes of their own, of which it has none.
        ids.ShouldBe([.. Padded(11, 12, 30, 3, 29, 18, 8, 3, 8)]);
        notes.ShouldBe(["left out, because the voice lacks these phonemes: U+0307, U+0308, U+0301, 5 (U+0035)"]);
    }

    [Fact]
    public async Task Speak_SeveralSpeakers_EachIsAVoice()
    {
        _files.With("num_speakers", 2).With("speaker_id_map", new JsonObject { ["anna"] = 0, ["ben"] = 1 });
        await using var engine = await LoadAsync();

        engine.Catalogue.Voices.Select(voice => voice.Id).ShouldContain("xx_XX-toy-low:anna");
        engine.Catalogue.Find("xx_XX-toy-low:ben").ShouldNotBeNull().Speaker.ShouldBe(1);
        engine.Catalogue.Find("xx_XX-toy-low", out var why).ShouldBeNull();
        why.ShouldBe("voice 'xx_XX-toy-low' has several speakers: xx_XX-toy-low:anna, xx_XX-toy-low:ben");
    }

    [Fact]
    public async Task Load_FaultyVoiceBesideGoodOnes_IsLeftOutAndSaysWhy()
    {
        _files.With("phoneme_type", "japanese");
        await using var engine = await LoadAsync();

        engine.Catalogue.Voices.Count.ShouldBe(14);
        engine.Catalogue.Find("xx_XX-toy-low", out var why).ShouldBeNull();
        why.ShouldContain("voice 'xx_XX-toy-low' can't be offered: ");
        why.ShouldContain("'japanese' is not served");
    }

    [Fact]
    public async Task Load_NoEspeak_RefusesItsVoicesAndSaysWhatToInstall()
    {
        _files.With("phoneme_type", "espeak");
        _options.Espeak = "no-such-program";
        await using var engine = await LoadAsync();

        engine.Catalogue.Find("xx_XX-toy-low", out var why).ShouldBeNull();
        why.ShouldContain("no-such-program, which is not on this machine; install it (Debian: apt-get install espeak-ng)");
        engine.Catalogue.Find("zf_xiaoxiao").ShouldNotBeNull();
    }

    [Fact]
    public async Task Load_PiperVoicePreferred_SpeaksWhatNamesNoVoice()
    {
        _options.Model = "xx_XX-toy-low";
        await using var engine = await LoadAsync();

        engine.Catalogue.Default(SpeechLanguage.English).Id.ShouldBe("xx_XX-toy-low");
        engine.Catalogue.Voices.Count.ShouldBe(15);
    }

    [Theory]
    [InlineData("en-us", "en_US", "Hello, world. Why not?", "həlˈoʊ, wˈɜːld.", "wˌaɪ nˈɑːt?")]
    [InlineData("de", "de_DE", "Grüß Gott! Zwei; drei", "ɡɾˈyːs ɡˈɔt!", "tsvˈaɪ; dɾˈaɪ")]
    [InlineData("en-us", "en_US", "It costs $5, 世界 okay.", "ɪt kˈɔsts fˈaɪv dˈɑːlɚz, oʊkˈeɪ.")]
    public async Task Read_EspeakVoice_IsAsPiperReads(string espeak, string language, string text, params string[] sentences)
    {
        Assert.SkipWhen(new TtsConsumers.Speech.Voices.Piper.Espeak.EspeakNg("espeak-ng", TimeProvider.System).Missing is not null, "espeak-ng is not here");
        _files.Map(" ,.!?;:" + string.Concat(sentences.SelectMany(sentence => sentence.EnumerateRunes()).Distinct().Where(rune => !" ,.!?;:".Contains((char)rune.Value))));
        _files.With("phoneme_type", "espeak").With("espeak", new JsonObject { ["voice"] = espeak }).With("language", new JsonObject { ["code"] = language });
        await using var engine = await LoadAsync();
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();

        var spoken = (await engine.ReadAsync(text, null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();

        spoken.Phonemes.Split('\n').ShouldBe(sentences);
        engine.Utter(spoken, voice, 1).Pieces.Count.ShouldBe(sentences.Length);
    }

    [Fact]
    public async Task Read_ChineseByEspeak_TakesTheFrontEndsReadings()
    {
        Assert.SkipWhen(new TtsConsumers.Speech.Voices.Piper.Espeak.EspeakNg("espeak-ng", TimeProvider.System).Missing is not null, "espeak-ng is not here");
        _files.Map(" abdefhijklmnopqrstuvwxyz.-ˈˌ0123456789ɑæəɛɜɕɡŋχʲ");
        _files.With("phoneme_type", "espeak").With("espeak", new JsonObject { ["voice"] = "cmn" }).With("language", new JsonObject { ["code"] = "zh_CN" });
        await using var engine = await LoadAsync();
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();

        var spoken = (await engine.ReadAsync("彩虹，又称天弓。银行行长。用圆圈", null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();

        // As in piper's own test_zh-cn.jsonl, but for the blank in 彩虹; 行 is hang2 in both words.
        spoken.Phonemes.Split('\n').ShouldBe(["tshˈai2 χˈonɡɜ jˈiou5 ts.hˈə5ŋ thˈiɛ5n kˈonɡ5", "jˈiɜn χˈɑɜŋ χˈɑɜŋ ts.ˈɑ2ŋ", "jˈonɡ5 jˈyæɜn tɕhˈyæ5n"]);
        spoken.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_PinyinVoice_IsSyllablesInCitationForm()
    {
        var map = new JsonObject { ["_"] = new JsonArray(0), ["^"] = new JsonArray(1), ["$"] = new JsonArray(2) };
        foreach (var (symbol, i) in "Ø b h n x zh ch i ao u in ang an 1 2 3 4 5 。 ， ？".Split(' ').Select((symbol, i) => (symbol, i)))
        {
            map[symbol] = new JsonArray(3 + i);
        }

        _files.With("phoneme_type", "pinyin").With("phoneme_id_map", map);
        await using var engine = await LoadAsync();
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();

        var spoken = (await engine.ReadAsync("你好，行长。不安？OK", null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();

        spoken.Phonemes.ShouldBe("ni3 hao3 ， hang2 zhang3 。\nbu4 an1 ？");
        spoken.Notes.ShouldBe(["left out, because the voice can't speak it: O (U+004F), K (U+004B)"]);
        voice.Language.ShouldBe("en-us", "the file says so; a publisher's own says zh_CN");
    }

    [Fact]
    public async Task Read_NothingForTheVoice_NamesTheCharacters()
    {
        await using var engine = await LoadAsync();
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();

        var reading = (await engine.ReadAsync("世界 😀", null, null, voice, Token)).ShouldBeOfType<Reading.Unspeakable>();

        reading.Message.ShouldBe("nothing in the text can be spoken by this voice, whose language is en-us: 世 (U+4E16), 界 (U+754C), 😀 (U+1F600)");
    }

    [Fact]
    public async Task Marks_TextVoice_AreItsWordsByTheGraphsDurations()
    {
        await PatchAsync();
        await using var engine = await LoadAsync();

        // Every id lasts 2 frames of 256 samples; a word goes on over the pads in it and behind it.
        (await MarksAsync(engine, "ab c, d'e. ab")).ShouldBe([("ab", 4, 12), ("c", 16, 20), ("d'e", 28, 40), ("ab", 48, 56)]);
    }

    [Fact]
    public async Task Marks_PinyinVoice_AreTheFrontEndsWordsOverTheQuietBetweenSentences()
    {
        MapPinyin();
        _files.With("inference", new JsonObject { ["sentence_silence"] = 0.5 });
        await PatchAsync();
        await using var engine = await LoadAsync();

        // ^, three ids a syllable and a pad behind it, a mark and its pad, $; half a second are 43 frames.
        (await MarksAsync(engine, "你好，行长。15个")).ShouldBe([("你好", 2, 18), ("行长", 22, 38), ("15个", 44 + 43 + 2, 44 + 43 + 26)]);
    }

    [Fact]
    public async Task Marks_EspeakVoice_AreTheWordsThatAreSaidApart()
    {
        Assert.SkipWhen(new TtsConsumers.Speech.Voices.Piper.Espeak.EspeakNg("espeak-ng", TimeProvider.System).Missing is not null, "espeak-ng is not here");
        _files.Map(" ,.abdefhijklmnoprstuvwzæðŋɐɑɔəɚɛɜɡɪɹɾʃʊʌʒˈˌːθ");
        _files.With("phoneme_type", "espeak").With("espeak", new JsonObject { ["voice"] = "en-us" });
        await PatchAsync();
        await using var engine = await LoadAsync();

        var marks = await MarksAsync(engine, "She sat in the garden, with 23 cats.");

        // ʃiː sˈæt ɪnðə ɡˈɑːɹdən, wɪð twˈɛnti θɹˈiː kˈæts. "in the" is said as one word, whose parts nobody can tell.
        marks.Select(mark => mark.Word).ShouldBe(["She", "sat", "garden", "with", "23", "cats"]);
        marks[0].ShouldBe(("She", 4, 16));
        marks[1].ShouldBe(("sat", 20, 36));
        marks[2].ShouldBe(("garden", 60, 92));
    }

    [Fact]
    public async Task Marks_GraphThatTellsNoDurations_AreNoneAndNobodyLooksForWords()
    {
        Assert.SkipWhen(new TtsConsumers.Speech.Voices.Piper.Espeak.EspeakNg("espeak-ng", TimeProvider.System).Missing is not null, "espeak-ng is not here");
        _files.With("phoneme_type", "espeak").With("espeak", new JsonObject { ["voice"] = "en-us" });
        await using var engine = await LoadAsync();

        (await MarksAsync(engine, "a tea")).ShouldBeEmpty();
        var spoken = (await engine.ReadAsync("a tea", null, null, engine.Catalogue.Find("xx_XX-toy-low")!, Token)).ShouldBeOfType<Reading.Spoken>();
        spoken.Words.ShouldBeEmpty("the graph is loaded by now");
    }

    [Fact]
    public async Task Marks_ChineseByEspeak_AreTheFrontEndsWords()
    {
        Assert.SkipWhen(new TtsConsumers.Speech.Voices.Piper.Espeak.EspeakNg("espeak-ng", TimeProvider.System).Missing is not null, "espeak-ng is not here");
        _files.Map(" abdefhijklmnopqrstuvwxyz.-ˈˌ0123456789ɑæəɛɜɕɡŋχʲ");
        _files.With("phoneme_type", "espeak").With("espeak", new JsonObject { ["voice"] = "cmn" }).With("language", new JsonObject { ["code"] = "zh_CN" });
        await PatchAsync();
        await using var engine = await LoadAsync();

        (await MarksAsync(engine, "银行行长，用15个圆圈。")).Select(mark => mark.Word).ShouldBe(["银行", "行长", "用", "15个", "圆圈"]);
    }

    [Fact]
    public async Task Speak_SeveralSentences_HaveTheSilenceOfTheVoiceBetweenThem()
    {
        MapPinyin();
        _files.With("inference", new JsonObject { ["phoneme_silence"] = new JsonObject { ["，"] = 0.1 } });
        await PatchAsync();
        await using var engine = await LoadAsync();
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();
        var spoken = (await engine.ReadAsync("你，好。不。", null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();

        var pieces = engine.Utter(spoken, voice, speed: 2).Pieces;

        // Half as much at twice the speed, and none behind the last.
        pieces.Select(piece => piece.Pause.TotalMilliseconds).ShouldBe([50, 100, 0]);
        using var sound = await SoundAsync(engine, spoken);
        var (rate, frame) = (22_050, 256);
        var quiet = new[] { 0.1 * rate / frame, 0.2 * rate / frame }.Select(frames => (int)Math.Round(frames)).ToList();
        var first = 8 * 2 * frame;
        sound.Samples[first..(first + (quiet[0] * frame))].ToArray().ShouldAllBe(sample => sample == 0);
        sound.Samples.Length.ShouldBe(((sound.Ids.Length * 2) + quiet.Sum()) * frame);
    }

    private void MapPinyin()
    {
        var map = new JsonObject { ["_"] = new JsonArray(0), ["^"] = new JsonArray(1), ["$"] = new JsonArray(2) };
        foreach (var (symbol, i) in "Ø b g h n sh w x zh ch e i ao u in ang an 1 2 3 4 5 。 ， ？".Split(' ').Select((symbol, i) => (symbol, i)))
        {
            map[symbol] = new JsonArray(3 + i);
        }

        _files.With("phoneme_type", "pinyin").With("phoneme_id_map", map);
    }

    /// <summary>Gives the voice a graph that tells durations: two frames an id.</summary>
    private Task PatchAsync()
    {
        _files.With("num_speakers", 1);
        return File.WriteAllBytesAsync(_files.ModelPath, PiperModelBytes.Make(patched: true), Token);
    }

    private static async Task<SpokenAudio> SoundAsync(SpeechEngine engine, Reading.Spoken spoken)
    {
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();
        return await (await engine.InstanceAsync(voice, 0, Token)).SpeakAsync(engine.Utter(spoken, voice, 1), Token);
    }

    /// <summary>The words of a text and the frames they begin and end in.</summary>
    private static async Task<List<(string Word, int From, int To)>> MarksAsync(SpeechEngine engine, string text)
    {
        var voice = engine.Catalogue.Find("xx_XX-toy-low").ShouldNotBeNull();
        var spoken = (await engine.ReadAsync(text, null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();
        using var sound = await SoundAsync(engine, spoken);
        return [.. WordTimes.Of(spoken.Words, sound).Select(word => (text[word.From..word.To], Frame(word.Start), Frame(word.End)))];

        static int Frame(TimeSpan time) => (int)Math.Round(time.TotalSeconds * 22_050 / 256);
    }

    private static async Task<(long[] Ids, IReadOnlyList<string> Notes)> SpeakAsync(SpeechEngine engine, string id, string text)
    {
        var voice = engine.Catalogue.Find(id).ShouldNotBeNull();
        var spoken = (await engine.ReadAsync(text, null, null, voice, Token)).ShouldBeOfType<Reading.Spoken>();
        var utterance = engine.Utter(spoken, voice, 1);
        using var audio = await (await engine.InstanceAsync(voice, 0, Token)).SpeakAsync(utterance, Token);

        AudioCheck.Fault(audio, utterance).ShouldBeNull();
        audio.SampleRate.ShouldBe(22_050);
        audio.Samples.Length.ShouldBe(audio.Ids.ToArray().Sum(one => one > 2 ? 4 * 256 : 256));
        return (audio.Ids.ToArray(), spoken.Notes);
    }

    private static IEnumerable<long> Padded(params long[] ids) => [1, 0, .. ids.SelectMany(id => new[] { id, 0 }), 2];

    private Task<SpeechEngine> LoadAsync() =>
        SpeechEngine.LoadAsync(_options, TimeProvider.System, NullLogger<SpeechEngine>.Instance, Token);

    private void CopyOf(string model)
    {
        var copy = Directory.CreateDirectory(Path.Combine(_files.Models, model)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Models, model)))
        {
            File.CreateSymbolicLink(Path.Combine(copy, Path.GetFileName(file)), file);
        }
    }
}
