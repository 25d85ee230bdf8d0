using System.Buffers.Binary;
using System.Text;
using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Opus;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>The container, page by page, as RFC 3533 and RFC 7845 have it.</summary>
public sealed class OggTests
{
    private const int HeaderBytes = 27;

    // The catalogue of CRC algorithms has a check value for the same sum begun with and ended by all ones (CRC-32/BZIP2); for this one,
    // one byte 0x01 is the polynomial itself.
    [Fact]
    public void Checksum_OneBit_IsThePolynomial() => OggChecksum.Of([1]).ShouldBe(0x04C1_1DB7u);

    [Theory]
    [InlineData(1)]
    [InlineData(24_000)]
    [InlineData(24_001)]
    [InlineData(240_000)]
    public void Encode_AnyLength_IsOneStreamOfLawfulPages(int count)
    {
        var pages = Pages(Decoders.Encode("opus", Sounds.Voice(count, 24_000), 24_000));

        pages.Select(page => page.Number).ShouldBe(Enumerable.Range(0, pages.Count));
        pages.Select(page => page.Serial).Distinct().ShouldHaveSingleItem();
        pages.Select(page => page.Flags).ShouldBe([2, .. Enumerable.Repeat((byte)0, pages.Count - 2), 4]);
        Encoding.ASCII.GetString(pages[0].Body, 0, 8).ShouldBe("OpusHead");
        Encoding.ASCII.GetString(pages[1].Body, 0, 8).ShouldBe("OpusTags");
        var preSkip = BinaryPrimitives.ReadUInt16LittleEndian(pages[0].Body.AsSpan(10));
        BinaryPrimitives.ReadInt32LittleEndian(pages[0].Body.AsSpan(12)).ShouldBe(24_000);
        // Pages of 50 packets of 960 ticks; the last ends where the sound does.
        pages.Skip(2).SkipLast(1).Select(page => page.Position).ShouldBe(Enumerable.Range(1, pages.Count - 3).Select(second => 48_000L * second));
        pages[^1].Position.ShouldBe(preSkip + (2L * count));
    }

    [Fact]
    public void Encode_TwoSounds_HaveTwoSerialNumbers()
    {
        var one = Pages(Decoders.Encode("opus", Sounds.Voice(24_000, 24_000), 24_000));
        var other = Pages(Decoders.Encode("opus", Sounds.Voice(24_000, 16_000), 24_000));

        one[0].Serial.ShouldNotBe(other[0].Serial);
    }

    [Fact]
    public void Add_LongPackets_GoToTheNextPageWhole()
    {
        var pages = new OggPages();
        for (var i = 0; i < 100; i++)
        {
            var packet = new byte[1_275];
            if (!pages.HasRoomFor(packet.Length))
            {
                pages.End(i);
            }

            pages.Add(packet);
        }

        pages.End(100);
        using var file = new PooledStream();
        pages.WriteTo(file);
        var written = Pages(file.Bytes.ToArray());

        // 1,275 bytes are five full segments and one of 0: 42 packets on a page.
        written.Select(page => page.Position).ShouldBe([42, 84, 100]);
        written.Sum(page => page.Body.Length).ShouldBe(127_500);
    }

    // Takes the stream apart and proves each page's checksum on the way.
    private static List<Page> Pages(byte[] file)
    {
        List<Page> pages = [];
        for (var rest = file.AsSpan(); !rest.IsEmpty;)
        {
            rest[..4].SequenceEqual("OggS"u8).ShouldBeTrue();
            var segments = rest.Slice(HeaderBytes, rest[26]);
            var length = 0;
            foreach (var segment in segments)
            {
                length += segment;
            }

            var whole = rest[..(HeaderBytes + segments.Length + length)];
            var sum = BinaryPrimitives.ReadUInt32LittleEndian(whole[22..]);
            whole[22..26].Clear();
            OggChecksum.Of(whole).ShouldBe(sum);
            pages.Add(new(
                whole[5], BinaryPrimitives.ReadInt64LittleEndian(whole[6..]), BinaryPrimitives.ReadUInt32LittleEndian(whole[14..]),
                BinaryPrimitives.ReadInt32LittleEndian(whole[18..]), whole[(HeaderBytes + segments.Length)..].ToArray()));
            rest = rest[whole.Length..];
        }

        return pages;
    }

    private sealed record Page(byte Flags, long Position, uint Serial, int Number, byte[] Body);
}
