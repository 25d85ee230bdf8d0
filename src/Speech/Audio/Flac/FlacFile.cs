using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio.Flac;

/// <summary>
/// The file that libFLAC writes, in memory. At the end it goes back to the beginning and fills in what it knows only then: the number of samples
/// and their MD5.
/// </summary>
internal sealed class FlacFile : IDisposable
{
    private const int Done = 0;

    private readonly MemoryStream _bytes = new();
    private byte[] _block = [];

    /// <summary>For libFLAC to write with. It has to be kept from the garbage collector as long as libFLAC may call it.</summary>
    public FlacLibrary.Write Write => (_, bytes, count, _, _, _) =>
    {
        if (_block.Length < (int)count)
        {
            _block = new byte[(int)count];
        }

        Marshal.Copy(bytes, _block, 0, (int)count);
        _bytes.Write(_block, 0, (int)count);
        return Done;
    };

    /// <summary>For libFLAC to go back with; kept as <see cref="Write"/> is.</summary>
    public FlacLibrary.Seek Seek => (_, at, _) =>
    {
        _bytes.Position = (long)at;
        return Done;
    };

    /// <summary>For libFLAC to ask with; kept as <see cref="Write"/> is.</summary>
    public FlacLibrary.Tell Tell => (nint _, out ulong at, nint _) =>
    {
        at = (ulong)_bytes.Position;
        return Done;
    };

    /// <summary>The whole file.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();
}
