using Shouldly;
using TtsConsumers.Producer.Client.Subtitles;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class SubtitleWriterTests
{
    private static readonly Cue[] Cues =
    [
        new(TimeSpan.FromMilliseconds(105), TimeSpan.FromMilliseconds(2399.7), "春天来了。"),
        new(TimeSpan.FromHours(25.5), TimeSpan.FromHours(25.5) + TimeSpan.FromSeconds(1), "1 < 2 & 3 > 2\n--> 完"),
    ];

    [Fact]
    public async Task Srt_Cues_AreNumberedWithCommas() => (await WriteAsync(SubtitleWriter.Srt)).ShouldBe(
        "1\r\n00:00:00,105 --> 00:00:02,399\r\n春天来了。\r\n\r\n2\r\n25:30:00,000 --> 25:30:01,000\r\n1 < 2 & 3 > 2\r\n--> 完\r\n\r\n");

    [Fact]
    public async Task Vtt_Cues_HaveAHeaderPointsAndEscapes() => (await WriteAsync(SubtitleWriter.Vtt)).ShouldBe(
        "WEBVTT\n\n1\n00:00:00.105 --> 00:00:02.399\n春天来了。\n\n2\n25:30:00.000 --> 25:30:01.000\n1 &lt; 2 &amp; 3 &gt; 2\n--&gt; 完\n\n");

    private static async Task<string> WriteAsync(Func<TextWriter, SubtitleWriter> open)
    {
        await using var text = new StringWriter();
        var writer = open(text);
        foreach (var cue in Cues)
            await writer.WriteAsync(cue);
        return text.ToString();
    }
}
