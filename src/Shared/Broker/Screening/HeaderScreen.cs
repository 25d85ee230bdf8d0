using System.Buffers.Binary;

namespace TtsConsumers.Shared.Broker.Screening;

/// <summary>
/// Makes the headers of a message readable before the client library sees them. Any sender can write two things that RabbitMQ passes on and the library
/// (7.1.2) can't bear: a decimal of more than 28 places closes the connection at every delivery, and tables nested by the thousand overflow the stack
/// and end the process. Neither is ever a header of ours, so both become harmless in place, with every length as it was.
/// </summary>
public static class HeaderScreen
{
    /// <summary>How deep tables and arrays may be nested; RabbitMQ's own <c>x-death</c> needs 3. What lies deeper becomes bytes.</summary>
    public const int MaxDepth = 16;

    private const int MaxScale = 28;
    private const int FixedPart = 14;
    private const int ContentType = 1 << 15;
    private const int ContentEncoding = 1 << 14;
    private const int Headers = 1 << 13;

    /// <summary>Screens one content header (AMQP 0-9-1, 2.3.5.2). Never throws: what can't be understood is left as it is.</summary>
    /// <param name="contentHeader">The payload of a header frame; changed in place.</param>
    public static void Clean(Span<byte> contentHeader)
    {
        if (contentHeader.Length < FixedPart)
            return;
        var flags = BinaryPrimitives.ReadUInt16BigEndian(contentHeader[(FixedPart - 2)..]);
        if ((flags & Headers) == 0)
            return;
        var at = FixedPart;
        foreach (var text in (ReadOnlySpan<int>)[ContentType, ContentEncoding])
        {
            if ((flags & text) != 0 && at < contentHeader.Length)
                at += 1 + contentHeader[at];
        }
        if (at + sizeof(uint) > contentHeader.Length)
            return;
        var length = BinaryPrimitives.ReadUInt32BigEndian(contentHeader[at..]);
        at += sizeof(uint);
        if (length <= contentHeader.Length - at)
            CleanTable(contentHeader.Slice(at, (int)length));
    }

    private static void CleanTable(Span<byte> table)
    {
        Span<Level> levels = stackalloc Level[MaxDepth + 1];
        levels[0] = new(table.Length, Named: true);
        var depth = 0;
        for (var at = 0; depth >= 0;)
        {
            if (at >= levels[depth].End)
            {
                depth--;
                continue;
            }
            if (levels[depth].Named)
                at += 1 + table[at];
            if (at >= table.Length || SizeOf(table[at..]) is not { } size || size > table.Length - at)
                return;
            switch (table[at])
            {
                case (byte)'D' when table[at + 1] > MaxScale:
                    table[at + 1] = 0;
                    break;
                case (byte)'F' or (byte)'A' when depth == MaxDepth:
                    table[at] = (byte)'S';
                    break;
                case (byte)'F' or (byte)'A':
                    levels[++depth] = new(at + (int)size, table[at] == 'F');
                    at += 1 + sizeof(uint);
                    continue;
            }
            at += (int)size;
        }
    }

    /// <returns>What a value takes with its type, in bytes, or <see langword="null"/> of a type nobody knows.</returns>
    private static long? SizeOf(ReadOnlySpan<byte> value) => (char)value[0] switch
    {
        'V' => 1,
        't' or 'b' or 'B' => 2,
        's' or 'u' => 3,
        'I' or 'i' or 'f' => 5,
        'D' => 6,
        'l' or 'd' or 'T' => 9,
        'S' or 'x' or 'F' or 'A' when value.Length > sizeof(uint) => 1 + sizeof(uint) + (long)BinaryPrimitives.ReadUInt32BigEndian(value[1..]),
        _ => null,
    };

    /// <summary>A table or an array that is being read.</summary>
    /// <param name="End">Where it ends.</param>
    /// <param name="Named">Whether each value has a name before it, as in a table.</param>
    private readonly record struct Level(int End, bool Named);
}
