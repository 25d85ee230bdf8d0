using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Shared.Broker.Screening;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Broker;

/// <summary>Headers that the client library can't bear, made harmless byte by byte (reliability.md, M2; P4).</summary>
public sealed class HeaderScreenTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(28, 28)]
    [InlineData(29, 0)]
    [InlineData(255, 0)]
    public void Clean_Decimal_HasAScaleThatCanBeRead(byte scale, byte screened)
    {
        var frame = Header(Table(Named("n", [(byte)'D', scale, 1, 2, 3, 4])));
        HeaderScreen.Clean(frame);
        frame.ShouldBe(Header(Table(Named("n", [(byte)'D', screened, 1, 2, 3, 4]))));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Clean_DecimalBehindEveryOtherType_IsFound(bool contentType, bool contentEncoding)
    {
        byte[] decimals = [(byte)'D', 77, 0, 0, 0, 1];
        byte[] others =
        [
            .. Named("V", "V"u8), .. Named("t", "t1"u8), .. Named("b", "b1"u8), .. Named("B", "B1"u8), .. Named("s", "s12"u8), .. Named("u", "u12"u8),
            .. Named("I", "I1234"u8), .. Named("i", "i1234"u8), .. Named("f", "f1234"u8), .. Named("l", "l12345678"u8), .. Named("d", "d12345678"u8),
            .. Named("T", "T12345678"u8), .. Named("S", Sized('S', "DDDDDDDD"u8)), .. Named("x", Sized('x', "DDDDDDDD"u8)), .. Named("", Sized('A', [])),
            .. Named("F", Sized('F', Named("inner", decimals))), .. Named("A", Sized('A', [.. decimals, .. Sized('F', Named("D", decimals))])), .. Named("D", decimals),
        ];
        var frame = Header(Table(others), contentType, contentEncoding);
        var before = frame.ToArray();

        HeaderScreen.Clean(frame);

        frame.Count(value => value == 77).ShouldBe(0);
        before.Count(value => value == 77).ShouldBe(4);
        frame.Zip(before).Count(pair => pair.First != pair.Second).ShouldBe(4, "nothing else is touched");
    }

    [Fact]
    public void Clean_NestedTooDeep_LiesThereAsBytes()
    {
        byte[] nested = [];
        for (var depth = 0; depth < HeaderScreen.MaxDepth + 3; depth++)
            nested = Sized('A', nested);
        var frame = Header(Table(Named("deep", nested)));

        HeaderScreen.Clean(frame);

        var types = frame.AsSpan(^nested.Length..).ToArray().Where((_, at) => at % 5 == 0).Select(type => (char)type);
        string.Concat(types).ShouldBe(new string('A', HeaderScreen.MaxDepth) + "SAA");
    }

    [Fact]
    public void Clean_ADecimalInWhatTheBrokerAdds_IsFound()
    {
        // x-death: an array of a table of an array; and tables as deep as is allowed.
        byte[] nested = Named("n", [(byte)'D', 200, 0, 0, 0, 1]);
        for (var depth = 0; depth < HeaderScreen.MaxDepth; depth++)
            nested = Named("t", Sized('F', nested));
        var frame = Header(Table(nested));

        HeaderScreen.Clean(frame);

        frame.ShouldNotContain((byte)200);
    }

    [Fact]
    public void Clean_NoHeaders_TouchesNothing()
    {
        var frame = Header(Table(Named("n", [(byte)'D', 29, 0, 0, 0, 1])));
        frame[12] = 0;
        var before = frame.ToArray();

        HeaderScreen.Clean(frame);

        frame.ShouldBe(before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(29)]
    [InlineData(200)]
    public void Clean_TableThatClaimsMoreThanThereIs_IsLeftAsItIs(byte more)
    {
        var table = Table(Named("n", [(byte)'D', 29, 0, 0, 0, 1]));
        table[3] += more;
        var frame = Header(table);

        HeaderScreen.Clean(frame);

        frame.ShouldBe(Header(table));
    }

    [Fact]
    public void Clean_AnyBytes_NeverThrows() => Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        HeaderScreen.Clean([.. bytes]);
        HeaderScreen.Clean(Header(bytes));
        HeaderScreen.Clean(Header(Table(bytes)));
    }));

    [Fact]
    public void Clean_WhatWasScreened_StaysAsItIs() => Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var once = Header(Table(Named("any", bytes)));
        HeaderScreen.Clean(once);
        var twice = once.ToArray();
        HeaderScreen.Clean(twice);
        twice.ShouldBe(once);
    }));

    /// <summary>A content header of basic with a body of 1 byte.</summary>
    internal static byte[] Header(ReadOnlySpan<byte> table, bool contentType = false, bool contentEncoding = false)
    {
        var flags = 1 << 13 | (contentType ? 1 << 15 : 0) | (contentEncoding ? 1 << 14 : 0);
        return
        [
            0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte)(flags >> 8), (byte)flags,
            .. contentType ? Short("application/json") : [], .. contentEncoding ? Short("identity") : [], .. table,
        ];
    }

    internal static byte[] Table(ReadOnlySpan<byte> content) => [.. Length(content), .. content];

    internal static byte[] Named(string name, ReadOnlySpan<byte> value) => [.. Short(name), .. value];

    internal static byte[] Sized(char type, ReadOnlySpan<byte> content) => [(byte)type, .. Length(content), .. content];

    private static byte[] Short(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Length(ReadOnlySpan<byte> content)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)content.Length);
        return bytes;
    }
}
