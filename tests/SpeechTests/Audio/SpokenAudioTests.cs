using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class SpokenAudioTests
{
    [Fact]
    public void Join_SeveralPieces_IsOneAudioWithOneListOfDurations()
    {
        using var whole = SpokenAudio.Join([Piece([1, 2, 3, 4], [0, 7, 0], [1, 0, 1]), Piece([5, 6], [0, 8], [0, 1])]);

        whole.Samples.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        whole.Ids.ToArray().ShouldBe([0, 7, 0, 0, 8]);
        whole.Durations.ToArray().ShouldBe([1, 0, 1, 0, 1]);
        whole.SampleRate.ShouldBe(4);
        whole.FrameSamples.ShouldBe(2);
        whole.Duration.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void Join_PieceWithoutDurations_HasNone()
    {
        using var whole = SpokenAudio.Join([Piece([1, 2], [0, 7], [0, 1]), Piece([3, 4], [0, 8], [])]);

        whole.Samples.Length.ShouldBe(4);
        whole.Durations.IsEmpty.ShouldBeTrue("they would not add up to the audio");
    }

    [Fact]
    public void Join_OnePiece_IsThatPiece()
    {
        using var piece = Piece([1, 2], [0, 7], [0, 1]);

        SpokenAudio.Join([piece]).ShouldBeSameAs(piece);
    }

    [Fact]
    public void Samples_AfterDispose_AreGone()
    {
        var piece = Piece([1, 2], [0, 7], [0, 1]);

        piece.Dispose();
        piece.Dispose();

        Should.Throw<ObjectDisposedException>(() => piece.Samples.Length);
    }

    private static SpokenAudio Piece(float[] samples, long[] ids, long[] durations) => new(samples, 4, ids, durations, 2);
}
