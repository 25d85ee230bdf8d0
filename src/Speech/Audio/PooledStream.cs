namespace TtsConsumers.Speech.Audio;

/// <summary>A file in the making and made, in memory that goes back to a pool. For one thread at a time.</summary>
/// <remarks>
/// A few hundred kilobytes a job would else go to the heap for large objects, which is collected last. Dispose it only when nobody reads it any
/// more: after a put that failed that is not known, and the file is better left to the collector.
/// </remarks>
public sealed class PooledStream : Stream
{
    private const int FirstBytes = 16 * 1024;

    private byte[] _buffer;
    private int _length;
    private int _at;

    /// <summary>Begins an empty file.</summary>
    /// <param name="bytes">About how many it will have; more are found room for.</param>
    public PooledStream(int bytes = FirstBytes) => _buffer = AudioPool.Bytes.Rent(bytes);

    /// <summary>What was written so far. It ends with the file.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _at;
        set => _at = (int)value;
    }

    /// <summary>Makes room at the end.</summary>
    /// <param name="count">Bytes.</param>
    /// <returns>Where they are written to; what they hold is undefined.</returns>
    public Span<byte> Append(int count)
    {
        Grow(_length + count);
        _length += count;
        _at = _length;
        return _buffer.AsSpan(_length - count, count);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Grow(_at + buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_at));
        _at += buffer.Length;
        _length = Math.Max(_length, _at);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, []) is { Length: > 0 } buffer)
        {
            AudioPool.Bytes.Return(buffer);
        }

        _length = 0;
        base.Dispose(disposing);
    }

    private void Grow(int bytes)
    {
        if (bytes <= _buffer.Length)
        {
            return;
        }

        var larger = AudioPool.Bytes.Rent(Math.Max(bytes, 2 * _buffer.Length));
        Bytes.Span.CopyTo(larger);
        AudioPool.Bytes.Return(_buffer);
        _buffer = larger;
    }
}
