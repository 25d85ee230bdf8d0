using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.English;

/// <summary>Tokens, tags, context and compounds, heard in whole phrases.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("the end of the day", "ði ˈɛnd ʌv ðə dˈA")]
    [InlineData("to eat, to go, to", "tʊ ˈit, tə ɡˌO, tu")]
    [InlineData("vitamin A is a vitamin", "vˈITəmən ˈA ɪz ɐ vˈITəmən")]
    public void Read_SmallWords_HearWhatFollows(string text, string phonemes) => Read(text).ShouldBe(phonemes);

    [Theory]
    [InlineData("RabbitMQ", "ɹˌæbətˌɛmkjˈu")]
    [InlineData("GPUs", "ʤˌipˌijˈuz")]
    [InlineData("grpc", "ʤˌiˌɑɹpˌisˈi")]
    [InlineData("the U.S.", "ðə jˌuˈɛs.")]
    public void Read_NamesAndLetters(string text, string phonemes) => Read(text).ShouldBe(phonemes);

    [Theory]
    [InlineData("well-known", "wˌɛlnˈOn")]
    [InlineData("state-of-the-art", "stˈAtʌvðiˈɑɹt")]
    [InlineData("low-latency", "lˌOlˈAtᵊnsi")]
    [InlineData("OpenTelemetry", "ˌOpᵊntəlˈɛmətɹi")]
    public void Read_Compound_BalancesItsStresses(string text, string phonemes) => Read(text).ShouldBe(phonemes);

    [Theory]
    [InlineData("I have read it", "ˌI hæv ɹˈɛd ɪt")]
    [InlineData("a new record", "ɐ nˈu ɹˈɛkəɹd")]
    [InlineData("to record it", "tə ɹəkˈɔɹd ɪt")]
    [InlineData("he used to; it was used", "hi jˈust tu; ɪt wʌz jˈuzd")]
    [InlineData("that he said that", "ðæt hi sˈɛd ðˈæt")]
    public void Read_WordsWithVariants_GoByTheirNeighbours(string text, string phonemes) => Read(text).ShouldBe(phonemes);

    [Theory]
    [InlineData("an old lead pipe", "lead", "lˈɛd")]
    [InlineData("the pump will lead water away", "lead", "lˈid")]
    [InlineData("a crown made of lead", "lead", "lˈɛd")]
    [InlineData("he is in the lead", "lead", "lˈid")]
    [InlineData("the bow of the ferry", "bow", "bˈW")]
    [InlineData("a bow and arrow", "bow", "bˈO")]
    [InlineData("a tear in her sleeve", "tear", "tˈɛɹ")]
    [InlineData("a tear ran down", "tear", "tˈɪɹ")]
    [InlineData("he wiped a tear off his coat", "tear", "tˈɪɹ")]
    [InlineData("my resume is short", "resume", "ɹˈɛzəmˌA")]
    [InlineData("they resume at noon", "resume", "ɹəzˈum")]
    [InlineData("he played bass guitar", "bass", "bˈAs")]
    [InlineData("minute traces of salt", "minute", "mInˈut")]
    [InlineData("one minute left", "minute", "mˈɪnət")]
    public void Read_Sense_GoesByWhatIsSpokenOf(string text, string word, string phonemes) => Sound(text, word).ShouldBe(phonemes);

    [Theory]
    [InlineData("metals conduct it well", "conduct", "kəndˈʌkt")]
    [InlineData("a sales record of note", "record", "ɹˈɛkəɹd")]
    [InlineData("farmers often rebel", "rebel", "ɹəbˈɛl")]
    [InlineData("he is always present", "present", "pɹˈɛzᵊnt")]
    [InlineData("we have separate beds", "separate", "sˈɛpəɹət")]
    [InlineData("last week I read a lot", "read", "ɹˈɛd")]
    [InlineData("once it rained, but I read a lot now", "read", "ɹˈid")]
    [InlineData("have they read it", "read", "ɹˈɛd")]
    [InlineData("the note read no", "read", "ɹˈɛd")]
    [InlineData("it is used to cut wood", "used", "jˈuzd")]
    [InlineData("she is used to the cold", "used", "jˈust")]
    [InlineData("my cousins live abroad", "live", "lˈɪv")]
    [InlineData("they have live music", "live", "lˈIv")]
    public void Read_Heteronym_GoesByItsPartOfSpeech(string text, string word, string phonemes) => Sound(text, word).ShouldBe(phonemes);

    private static string Sound(string text, string word) => Read(text).Split(' ')[Array.IndexOf(text.Split(' '), word)];

    private static string Read(string text) => LoadedFrontEnd.ReadEnglish(LoadedFrontEnd.Instance.English.Normalize(PlacedText.AsSent(text)).Text);
}
