using Microsoft.ML.OnnxRuntime.Tensors;
using Shouldly;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Kokoro;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

public sealed class KokoroFamilyTests
{
    private static readonly TensorSignature Ids = new("input_ids", TensorElementType.Int64, 2);
    private static readonly TensorSignature Lengths = new("input_lengths", TensorElementType.Int64, 1);
    private static readonly TensorSignature Tokens = new("tokens", TensorElementType.Int64, 2);
    private static readonly TensorSignature Style = new("style", TensorElementType.Float, 2);
    private static readonly TensorSignature Speed = new("speed", TensorElementType.Float, 1);
    private static readonly TensorSignature Batch = new("audio", TensorElementType.Float, 2);
    private static readonly TensorSignature Single = new("audio", TensorElementType.Float, 1);
    private static readonly TensorSignature AudioLengths = new("audio_lengths", TensorElementType.Int64, 1);
    private static readonly TensorSignature Durations = new("durations", TensorElementType.Int64, 2);

    private readonly ModelFolder _folder = ModelFolder.Open(Repository.Models, "tone");
    private readonly KokoroFamily _family;

    public KokoroFamilyTests() => _family = new KokoroFamily(_folder.Manifest);

    [Fact]
    public async Task Utter_KnownPhonemes_IsOneIdASymbolBetweenBoundaries()
    {
        var utterance = _family.Utter("ni↓ xau↓!", await Voice(), 1.25f);

        utterance.Pieces.Count.ShouldBe(1);
        utterance.Pieces[0].Ids.ToArray().ShouldBe([0, 56, 51, 169, 16, 66, 43, 63, 169, 5, 0]);
        utterance.Pieces[0].Speed.ShouldBe(1.25f);
        utterance.IdCount.ShouldBe(11);
    }

    [Fact]
    public async Task Utter_UnknownSymbols_NamesEachOnce()
    {
        var voice = await Voice();

        var message = Should.Throw<UnknownSymbolException>(() => _family.Utter("gagØ😀", voice, 1)).Message;

        message.ShouldBe("The model has no sound for 'g' (U+0067), 'Ø' (U+00D8), '\ud83d' (U+D83D), '\ude00' (U+DE00).");
    }

    [Fact]
    public async Task Utter_MoreThan400Symbols_IsCutIntoPiecesOfAtMost400()
    {
        var phonemes = string.Concat(Enumerable.Repeat("ni↓ xau↓, ", 100));

        var utterance = _family.Utter(phonemes, await Voice(), 1);

        utterance.Pieces.ShouldAllBe(piece => piece.Ids.Length <= KokoroFamily.MostSymbols + 2);
        utterance.Pieces.Sum(piece => piece.Ids.Length - 2).ShouldBe(phonemes.Length);
    }

    [Fact]
    public async Task Utter_PiecesOfDifferentLength_TakeTheStyleOfTheirLength()
    {
        using var model = new SmallModel();
        var folder = model.Open();
        var voice = new VoiceCatalogue(folder, await folder.VoicesAsync(TestContext.Current.CancellationToken), null).Voices[0];

        var pieces = _family.Utter($"{new string('a', 350)}. {new string('a', 99)}", voice, 1).Pieces;

        pieces.Select(piece => piece.Ids.Length - 2).ShouldBe([352, 99]);
        pieces.Select(piece => piece.Style.Span[0]).ShouldBe([0.351f, 0.098f]);
    }

    [Fact]
    public void Bind_BatchedSignature_IsTheBatchedContract() =>
        _family.Bind(new ModelSignature([Speed, Style, Ids, Lengths], [Durations, Batch, AudioLengths]))
            .ShouldBeOfType<BatchedKokoroBinding>();

    [Fact]
    public void Bind_StockSignature_IsTheStockContract() =>
        _family.Bind(new ModelSignature([Tokens, Style, Speed], [Single])).ShouldBeOfType<StockKokoroBinding>();

    public static TheoryData<string, TensorSignature[], TensorSignature[]> Strangers => new()
    {
        { "an input too many", [Ids, Lengths, Style, Speed, new("scales", TensorElementType.Float, 1)], [Batch, AudioLengths, Durations] },
        { "an input missing", [Ids, Lengths, Speed], [Batch, AudioLengths, Durations] },
        { "an output missing", [Ids, Lengths, Style, Speed], [Batch, AudioLengths] },
        { "another type", [new("tokens", TensorElementType.Int32, 2), Style, Speed], [Single] },
        { "another rank", [Tokens, Style, new("speed", TensorElementType.Float, 0)], [Single] },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Bind_StrangeSignature_SaysWhatWasFoundAndWhatIsKnown(string why, TensorSignature[] inputs, TensorSignature[] outputs)
    {
        var message = Should.Throw<ModelFileException>(() => _family.Bind(new ModelSignature(inputs, outputs)), why).Message;

        message.ShouldContain("kokoro-tone.onnx");
        message.ShouldContain($"({string.Join(", ", inputs.Select(input => input.ToString()))})");
        message.ShouldContain("batched (input_ids Int64 rank 2");
        message.ShouldContain("stock (tokens Int64 rank 2");
    }

    private async Task<Voice> Voice() =>
        new VoiceCatalogue(_folder, await _folder.VoicesAsync(TestContext.Current.CancellationToken), null).Voices[0];
}
