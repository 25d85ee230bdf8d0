using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class RunDeadlineTests
{
    [Theory]
    [InlineData(3, 1, 60)]
    [InlineData(60, 1, 60)]
    [InlineData(61, 1, 61)]
    [InlineData(402, 1, 402)]
    [InlineData(402, 2, 201)]
    [InlineData(402, 0.5f, 804)]
    public void For_OnePiece_IsTheLongerOfAMinuteAndTenTimesTheAudioOf4FramesAnId(int ids, float speed, double seconds) =>
        Deadline(new SpeechOptions()).For([Piece(ids, speed)]).TotalSeconds.ShouldBe(seconds, 0.001);

    [Fact]
    public void For_SeveralPieces_CountsThemAll() =>
        Deadline(new SpeechOptions { ModelSeconds = 5, ModelFactor = 2 }).For([Piece(50, 1), Piece(50, 2)]).TotalSeconds.ShouldBe(15, 0.001);

    private static RunDeadline Deadline(SpeechOptions options) => new(options, ModelFolder.Open(Repository.Models, "tone"));

    private static Piece Piece(int ids, float speed) => new(new long[ids], new float[256], speed);
}
