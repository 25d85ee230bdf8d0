using Shouldly;
using TtsConsumers.Speech.Text.English.Normalizing;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.English;

public sealed class EnglishNumberTests
{
    public static TheoryData<string, string, string> Vectors =>
        [.. File.ReadLines(LoadedFrontEnd.Golden("en-numbers.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1], parts[2]))];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Number_OfTheGoldenSet_IsSaid(string kind, string number, string words) => (kind switch
    {
        "cardinal" => EnglishNumber.Cardinal(number),
        "ordinal" => EnglishNumber.Ordinal(number),
        _ => EnglishNumber.Year(number),
    }).ShouldBe(words);

    [Theory]
    [InlineData("7,300", "seven thousand three hundred")]
    [InlineData("0.5", "zero point five")]
    [InlineData("007", "zero zero seven")]
    [InlineData("999999999999999999", "nine hundred ninety nine quadrillion nine hundred ninety nine trillion nine hundred ninety nine billion "
        + "nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine")]
    [InlineData("1234567890123456789", "one two three four five six seven eight nine zero one two three four five six seven eight nine")]
    public void Say_NumberAsWritten_IsSaid(string number, string words) => EnglishNumber.Say(number).ShouldBe(words);
}
