using System.Buffers.Binary;

namespace TtsConsumers.Speech.Voices;

/// <summary>A voice pack: the style of one voice for texts of every length. Shared by all instances; never changes.</summary>
public sealed class StylePack
{
    private readonly float[] _values;
    private readonly int _width;
    private readonly IReadOnlyList<(StylePack Pack, float Share)> _parts;

    /// <summary>Reads a pack.</summary>
    /// <param name="bytes">float32, little-endian, row after row.</param>
    /// <param name="width">Floats a row.</param>
    internal StylePack(ReadOnlySpan<byte> bytes, int width)
    {
        (_width, _parts) = (width, []);
        _values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }
    }

    private StylePack(IReadOnlyList<(StylePack Pack, float Share)> parts) => (_values, _width, _parts) = ([], parts[0].Pack._width, parts);

    /// <summary>The style for a text: row <c>min(max(n − 1, 0), rows − 1)</c>, as Kokoro's own code picks it.</summary>
    /// <param name="ids">n: the ids of the text without the two boundary ids.</param>
    /// <returns>One row.</returns>
    public ReadOnlyMemory<float> For(int ids)
    {
        if (_parts.Count > 0)
        {
            return Mixed(ids);
        }

        var row = Math.Clamp(ids - 1, 0, (_values.Length / _width) - 1);
        return _values.AsMemory(row * _width, _width);
    }

    /// <summary>The weighted mean of packs of one model.</summary>
    /// <param name="parts">At least one; the shares add up to 1.</param>
    internal static StylePack Mix(IReadOnlyList<(StylePack Pack, float Share)> parts) => new(parts);

    private float[] Mixed(int ids)
    {
        var mixed = new float[_width];
        foreach (var (pack, share) in _parts)
        {
            var row = pack.For(ids).Span;
            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] += share * row[i];
            }
        }

        return mixed;
    }
}
