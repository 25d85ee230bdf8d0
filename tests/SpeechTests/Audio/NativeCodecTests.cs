using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Native;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class NativeCodecTests
{
    [Fact]
    public void Missing_NoFileOfItsNames_SaysTheNamesAndThePackage()
    {
        var codec = new NativeCodec("nothing", "libnothing3", "libnothing.so.4", "libnothing.so.3");

        codec.Missing.ShouldBe("libnothing.so.4 or libnothing.so.3 can't be loaded here (Debian and Ubuntu: apt-get install libnothing3)");
        Should.Throw<AudioEncodingException>(codec.Need).Message.ShouldContain("libnothing3");
    }

    [Fact]
    public void Missing_OneOfItsNamesIsThere_IsNull() => new NativeCodec("c", "libc6", "libnothing.so.3", "libc.so.6").Missing.ShouldBeNull();
}
