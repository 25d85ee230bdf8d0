using Shouldly;
using TtsConsumers.Speech.Voices.Piper;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

public sealed class CanonicalDecompositionTests
{
    [Theory]
    [InlineData("plain ˈɪɡ", "plain ˈɪɡ")]
    [InlineData("ç", "c\u0327")]
    [InlineData("ṩ", "s\u0323\u0307")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("йё", "и\u0306е\u0308")]
    [InlineData("が", "か\u3099")]
    [InlineData("한글가", "\u1112\u1161\u11ab\u1100\u1173\u11af\u1100\u1161")]
    public void Of_Text_IsItsNfd(string text, string apart) => CanonicalDecomposition.Of(text).ShouldBe(apart);
}
