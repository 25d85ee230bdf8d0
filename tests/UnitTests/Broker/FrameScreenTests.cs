using System.Buffers.Binary;
using Shouldly;
using TtsConsumers.Shared.Broker.Screening;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Broker;

/// <summary>Header frames are found however the network cuts the bytes, and all else passes (reliability.md, M2; P4).</summary>
public sealed class FrameScreenTests
{
    private static readonly byte[] Sick = HeaderScreenTests.Header(HeaderScreenTests.Table(HeaderScreenTests.Named("n", [(byte)'D', 29, 0, 0, 0, 1])));
    private static readonly byte[] Well = HeaderScreenTests.Header(HeaderScreenTests.Table(HeaderScreenTests.Named("n", [(byte)'D', 0, 0, 0, 0, 1])));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void PassOn_InPiecesOfAnySize_ScreensEachHeaderAndNothingElse(int piece)
    {
        // Among them: a body that looks like a sick header, a header longer than the first buffer, an empty frame.
        byte[][] frames(byte[] header) =>
        [
            Frame(1, [1, 2, 3]), Frame(2, header), Frame(3, Sick), Frame(8, []), Frame(2, header), Frame(2, [.. header, .. new byte[50_000]]), Frame(3, new byte[40_000]), Frame(2, header),
        ];

        Through(piece, [.. frames(Sick).SelectMany(frame => frame)]).ShouldBe([.. frames(Well).SelectMany(frame => frame)]);
    }

    [Fact]
    public void PassOn_BrokenOffInTheMiddleOfAHeader_PassesTheRestAsItIs()
    {
        byte[] bytes = [.. Frame(1, [1]), .. Frame(2, Sick).AsSpan(0, 20)];
        Through(5, bytes).ShouldBe(bytes);
    }

    /// <summary>A broker of another protocol answers with eight bytes that are no frame.</summary>
    [Fact]
    public void PassOn_NotAFrame_Passes()
    {
        var bytes = "AMQP\0\0\u0009\u0001"u8.ToArray();
        var screen = new FrameScreen();
        bytes.CopyTo(screen.Free());
        screen.Filled(bytes.Length);
        screen.Ready.ShouldBe(bytes.Length);
    }

    [Fact]
    public void PassOn_WholeFramesOnly_AreReadyAtOnce()
    {
        var frame = Frame(2, Well);
        var screen = new FrameScreen();
        frame.AsSpan(0, frame.Length - 1).CopyTo(screen.Free().Span);
        screen.Filled(frame.Length - 1);
        screen.Ready.ShouldBe(0);

        frame.AsSpan(^1..).CopyTo(screen.Free().Span);
        screen.Filled(1);
        screen.Ready.ShouldBe(frame.Length);
    }

    [Fact]
    public void Free_AfterMegabytes_HasGrownNoFurtherThanTheLongestHeaderNeeds()
    {
        var screen = new FrameScreen();
        byte[] frames = [.. Frame(2, [.. Well, .. new byte[50_000]]), .. Frame(3, new byte[100_000])];
        var passed = new byte[1000];
        for (var round = 0; round < 100; round++)
        {
            for (var at = 0; at < frames.Length;)
            {
                var free = screen.Free();
                var count = Math.Min(Math.Min(free.Length, 999), frames.Length - at);
                frames.AsSpan(at, count).CopyTo(free.Span);
                screen.Filled(count);
                at += count;
                while (screen.PassOn(passed) > 0)
                {
                }
            }
        }

        screen.Free().Length.ShouldBeLessThanOrEqualTo(128 * 1024);
    }

    private static byte[] Through(int piece, byte[] bytes)
    {
        var screen = new FrameScreen();
        List<byte> passed = [];
        var small = new byte[999];
        for (var at = 0; ; )
        {
            var free = screen.Free().Span;
            var count = Math.Min(Math.Min(piece, free.Length), bytes.Length - at);
            bytes.AsSpan(at, count).CopyTo(free);
            screen.Filled(count);
            at += count;
            while (screen.PassOn(small) is > 0 and var ready)
                passed.AddRange(small.AsSpan(0, ready));
            if (count == 0)
                return [.. passed];
        }
    }

    private static byte[] Frame(byte type, ReadOnlySpan<byte> payload)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)payload.Length);
        return [type, 0, 1, .. size, .. payload, 0xCE];
    }
}
