namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>Ogg's CRC-32: polynomial 0x04C11DB7, most significant bit first, beginning with 0 and not inverted (RFC 3533, 6).</summary>
internal static class OggChecksum
{
    private const uint Polynomial = 0x04C1_1DB7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Shifted((uint)value << 24))];

    /// <summary>The checksum of some bytes; in a page its own four are 0.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var value in bytes)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ value];
        }

        return sum;
    }

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value << 1) ^ ((value & 0x8000_0000) != 0 ? Polynomial : 0);
        }

        return value;
    }
}
