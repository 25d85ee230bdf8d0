using Shouldly;
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

    [Theory]
    [InlineData("7 x 8 and 2^10", "seven times eight and two to the power of ten")]
    [InlineData("10 / 2 = 5", "ten divided by two equals five")]
    [InlineData("10 - 3 = 7", "ten minus three equals seven")]
    [InlineData("3 <= 8 != 5", "three is at most eight is not equal to five")]
    [InlineData("at 10 - not 11", "at ten — not eleven")]
    public void Normalize_Arithmetic(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("He dialed 911", "He dialed nine one one")]
    [InlineData("Dial 911 now", "Dial nine one one now")]
    [InlineData("ZIP code 90210", "ZIP code nine zero two one zero")]
    [InlineData("Your PIN is 4812.", "Your PIN is four eight one two.")]
    [InlineData("area code is 415", "area code is four one five")]
    [InlineData("911 people", "nine hundred eleven people")]
    [InlineData("+44 20 7946 0958", "plus four four, two zero, seven nine four six, zero nine five eight")]
    public void Normalize_Code(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("He is 5'11\" tall", "He is five foot eleven tall")]
    [InlineData("She is 5 ft 4 in.", "She is five feet four inches.")]
    [InlineData("a 32\" TV", "a thirty two inch TV")]
    [InlineData("2 lb. 3 oz. of tea", "two pounds three ounces of tea")]
    [InlineData("3/4 tsp", "three quarters teaspoon")]
    [InlineData("2 1/2 tbsp", "two and one half tablespoons")]
    [InlineData("3½ hours", "three and one half hours")]
    [InlineData("60 km/hr", "sixty kilometers per hour")]
    [InlineData("5 million km", "five million kilometers")]
    [InlineData("It has 1.5M users", "It has one point five million users")]
    [InlineData("about 2B people", "about two billion people")]
    [InlineData("Seat 4M is free", "Seat four M is free")]
    [InlineData("50/50", "fifty fifty")]
    public void Normalize_Measure(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("#AI wins", "hashtag AI wins")]
    [InlineData("#5 wins", "number five wins")]
    [InlineData("COVID-19 and the mid-1990s", "COVID nineteen and the mid nineteen nineties")]
    [InlineData("well-known", "well-known")]
    [InlineData("he/she", "he or she")]
    [InlineData("and/or", "and or")]
    public void Normalize_HashtagHyphenSlash(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("Mon.-Fri., 9 a.m.-5 p.m. daily", "Monday to Friday, nine AM to five PM daily")]
    [InlineData("Jan-Mar only", "January to March only")]
    [InlineData("March 3-5, 2025", "March third to fifth, twenty twenty five")]
    [InlineData("on the 4th of July, 1776", "on the fourth of July, seventeen seventy six")]
    [InlineData("$5-10", "five to ten dollars")]
    [InlineData("$1.5-2 million", "one point five to two million dollars")]
    public void Normalize_Range(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("$5/month", "five dollars per month")]
    [InlineData("$20/hr", "twenty dollars per hour")]
    [InlineData("a 3:2 ratio", "a three to two ratio")]
    [InlineData("won 110:98", "won one hundred ten to ninety eight")]
    [InlineData("Psalm 23:4", "Psalm twenty three four")]
    [InlineData("at 8:05", "at eight oh five")]
    public void Normalize_PerAndRatio(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("Louis XIV", "Louis the fourteenth")]
    [InlineData("Henry V's army", "Henry the fifth's army")]
    [InlineData("Chapter V", "Chapter five")]
    [InlineData("Super Bowl LIV", "Super Bowl fifty four")]
    [InlineData("Size XL", "Size XL")]
    [InlineData("Vitamin C and I", "Vitamin C and I")]
    public void Normalize_RomanNumeral(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("(1998)", "(nineteen ninety eight)")]
    [InlineData("FY2024", "FY twenty twenty four")]
    [InlineData("1066 AD", "ten sixty six AD")]
    [InlineData("the 2008 crisis", "the two thousand eight crisis")]
    [InlineData("in 1998 and 2005", "in nineteen ninety eight and two thousand five")]
    [InlineData("the 2000 people", "the two thousand people")]
    public void Normalize_Year(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("by 8 p.m. EST", "by eight PM EST")]
    [InlineData("at 8 p.m. She left", "at eight PM. She left")]
    [InlineData("by 11/15", "by November fifteenth")]
    [InlineData("cut by 1/3", "cut by one third")]
    [InlineData("122.4194", "one hundred twenty two point four one nine four")]
    [InlineData("415.555.0134", "four one five, five five five, zero one three four")]
    [InlineData("9/3=3", "nine divided by three equals three")]
    [InlineData("AA10123456784", "AA one zero one two three four five six seven eight four")]
    [InlineData("WWII", "World War two")]
    [InlineData("16 vs 4", "sixteen versus four")]
    [InlineData("in 1918, ~9 million died", "in nineteen eighteen, about nine million died")]
    [InlineData("5~10 km", "five to ten kilometers")]
    public void Normalize_WhatUnseenLinesHad(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("rated 8.5/10", "rated eight point five out of ten")]
    [InlineData("BP of 130/85", "BP of one hundred thirty over eighty five")]
    [InlineData("3/10 of them", "three tenths of them")]
    [InlineData("a $20 note", "a twenty dollar note")]
    [InlineData("the $20 was mine", "the twenty dollars was mine")]
    [InlineData("a $2 million house", "a two million dollar house")]
    [InlineData("$.75", "seventy five cents")]
    [InlineData("The code is 7315.", "The code is seven three one five.")]
    [InlineData("ISBN 0-19-852663-6", "ISBN zero, one nine, eight five two six six three, six")]
    [InlineData("3 mg/dL", "three milligrams per deciliter")]
    [InlineData("1 g/cm³", "one gram per cubic centimeter")]
    [InlineData("4 m/s²", "four meters per second squared")]
    [InlineData("900 sq. ft. of land", "nine hundred square feet of land")]
    [InlineData("8 in. wide", "eight inches wide")]
    [InlineData("the year 1054", "the year ten fifty four")]
    [InlineData("Max. 12 people", "maximum twelve people")]
    [InlineData("1½ tbsp of oil", "one and one half tablespoons of oil")]
    [InlineData("The St. Louis Arch", "The Saint Louis Arch")]
    [InlineData("see part IV", "see part four")]
    [InlineData("by IV drip", "by IV drip")]
    [InlineData("a 16-GB card", "a sixteen gigabyte card")]
    [InlineData("open notes.txt now", "open notes dot txt now")]
    [InlineData("① Stir. ② Bake.", "one, Stir. two, Bake.")]
    public void Normalize_MarksMoneyAndUnits(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("'Twas fun, tell 'em.", "'Twas fun, tell 'em.")]
    [InlineData("'em' is a word", "“em” is a word")]
    public void Clean_ApostropheBeforeAWord_IsNoQuote(string text, string clean) =>
        LoadedFrontEnd.Clean(text).Text.ShouldBe(clean);

    private static string Normalize(string text) =>
        LoadedFrontEnd.Instance.English.Normalize(LoadedFrontEnd.Clean(text)).Text;
}
