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

    private static string Read(string text) => LoadedFrontEnd.ReadEnglish(LoadedFrontEnd.Instance.English.Normalize(PlacedText.AsSent(text)).Text);
}
