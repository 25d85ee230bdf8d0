using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Chinese;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

public sealed class PolyphoneModelTests : IDisposable
{
    private static readonly string Folder = Path.Combine(LoadedFrontEnd.Models, "polyphone");
    private readonly PolyphoneModel _model = new(Folder);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Read_Everywhere_AnswersWithACandidateOfTheCharacter()
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder, "polyphones.tsv")).Select(line => line.Split('\t')))
        {
            var sentence = new Sentence(PlacedText.AsSent($"很{line[0]}。"), []);
            _model.Decides(line[0][0]).ShouldBeTrue();
            _model.Read(sentence, [1]);
            line[1].Split(' ').ShouldContain(sentence.Citation[1]);
            sentence.Sources[1].ShouldBe(ReadingSource.Model);
        }
    }

    [Fact]
    public void Candidates_All_HavePhonemes()
    {
        var syllables = LexiconTable.Load(Path.Combine(LoadedFrontEnd.Lexicon, "zh", "pinyin-to-phonemes.tsv"));
        File.ReadLines(Path.Combine(Folder, "polyphones.tsv")).SelectMany(line => line.Split('\t')[1].Split(' '))
            .ShouldAllBe(syllable => syllables.Contains(syllable));
    }

    [Fact]
    public void Read_NoPlaces_LeavesEverything()
    {
        var sentence = new Sentence(PlacedText.AsSent("你"), []);
        sentence.Cite(0, "ni3", ReadingSource.Common);
        _model.Read(sentence, []);
        sentence.Citation.ShouldBe(["ni3"]);
    }
}
