using Shouldly;
using TtsConsumers.Speech.Text.English;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.English;

public sealed class LetterToSoundTests : IDisposable
{
    private static readonly string Folder = Path.Combine(LoadedFrontEnd.Models, "g2p-en");
    private readonly LetterToSound _letters = new(Folder);

    public static TheoryData<string, string> Vectors =>
        [.. File.ReadLines(Path.Combine(Folder, "test-vectors.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    public void Dispose() => _letters.Dispose();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Read_WordOfTheVectors_GivesTheModelsAnswer(string word, string phonemes) => _letters.Read(word).ShouldBe(phonemes);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public void Read_NoLetters_GivesNothing(string word) => _letters.Read(word).ShouldBeEmpty();
}
