using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.English;

/// <summary>One test a kind of thing, so that a failing rule has a name.</summary>
public sealed class EnglishNormalizerTests
{
    [Theory]
    [InlineData("Dr. Lee lives on Oak St. near St. Mary.", "Doctor Lee lives on Oak Street near Saint Mary.")]
    [InlineData("e.g. tape, etc.", "for example tape, et cetera.")]
    [InlineData("No. 5 is alive. No. I don't.", "number five is alive. No. I don't.")]
    [InlineData("See pp. 3-5.", "See pages three to five.")]
    public void Normalize_Abbreviation(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("on 2027-07-15", "on July fifteenth, twenty twenty seven")]
    [InlineData("on 12/31/1999", "on December thirty first, nineteen ninety nine")]
    [InlineData("on 5 May 2026", "on May fifth, twenty twenty six")]
    [InlineData("Jan. 9", "January ninth")]
    [InlineData("in 1905", "in nineteen oh five")]
    [InlineData("1905 boxes", "one thousand nine hundred five boxes")]
    [InlineData("from 1998 to 2005", "from nineteen ninety eight to two thousand five")]
    [InlineData("the 1980s and the '90s", "the nineteen eighties and the nineties")]
    public void Normalize_Date(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("at 6:45 AM", "at six forty five AM")]
    [InlineData("at 7 p.m. sharp", "at seven PM sharp")]
    [InlineData("at 7pm", "at seven PM")]
    [InlineData("at 03:05", "at three oh five")]
    [InlineData("at 12:00", "at twelve o'clock")]
    [InlineData("at 12:00 a.m.", "at twelve AM.")]
    [InlineData("10:30:15", "ten thirty and fifteen seconds")]
    public void Normalize_Clock(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("$3.50", "three dollars and fifty cents")]
    [InlineData("$1.00", "one dollar")]
    [InlineData("$0.01", "one cent")]
    [InlineData("$4.2 million", "four point two million dollars")]
    [InlineData("$2.5bn", "two point five billion dollars")]
    [InlineData("£1", "one pound")]
    [InlineData("¥500", "five hundred yen")]
    [InlineData("99¢", "ninety nine cents")]
    public void Normalize_Currency(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("v2.1.0", "version two point one point zero")]
    [InlineData("Python 3.11", "Python three point eleven")]
    [InlineData("Pi 3.14", "Pi three point one four")]
    [InlineData("C# and C++ on .NET 10", "C sharp and C plus plus on dot net ten")]
    [InlineData("MP3s and 3D", "MP threes and three D")]
    [InlineData("www.example.com/docs.", "WWW dot example dot com slash docs.")]
    [InlineData("support@voicefarm.org", "support at voicefarm dot org")]
    [InlineData("https://localhost:8080/health", "localhost colon eight thousand eighty slash health")]
    public void Normalize_Technical(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("5 km", "five kilometers")]
    [InlineData("1 km", "one kilometer")]
    [InlineData("1h 20min", "one hour twenty minutes")]
    [InlineData("350°F", "three hundred fifty degrees Fahrenheit")]
    [InlineData("92.5%", "ninety two point five percent")]
    [InlineData("to -12", "to minus twelve")]
    [InlineData("10-15", "ten to fifteen")]
    [InlineData("1/2 and 3/4 and 2/3", "one half and three quarters and two thirds")]
    [InlineData("555-0134", "five five five, zero one three four")]
    [InlineData("22nd", "twenty second")]
    [InlineData("Henry VIII", "Henry the eighth")]
    [InlineData("World War II", "World War two")]
    [InlineData("R&D", "R and D")]
    [InlineData("$1$2 x5y", "one dollar two dollars x five y")]
    public void Normalize_Number(string text, string said) => Normalize(text).ShouldBe(said);

    private static string Normalize(string text) =>
        LoadedFrontEnd.Instance.English.Normalize(LoadedFrontEnd.Instance.Cleaner.Clean(text, new LeftOut()));
}
