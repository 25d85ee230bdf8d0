using Shouldly;
using TtsConsumers.Speech.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices;

public sealed class StylePackTests
{
    // Two floats a row, four rows: 0 0.5 | 1 1.5 | 2 2.5 | 3 3.5.
    private readonly StylePack _pack = new([.. Enumerable.Range(0, 8).SelectMany(i => BitConverter.GetBytes(i / 2f))], width: 2);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    [InlineData(400, 3)]
    public void For_AnyNumberOfIds_IsTheRowBeforeItWithinThePack(int ids, float first) =>
        _pack.For(ids).ToArray().ShouldBe([first, first + 0.5f]);
}
