using System.Buffers;
using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio.Flac;

/// <summary>
/// How libFLAC writes a file. At the end it goes back to the beginning and fills in what it knows only then: the number of samples
/// and their MD5.
/// </summary>
internal sealed class FlacFile(PooledStream file)
{
    private const int Done = 0;

    /// <summary>For libFLAC to write with. It has to be kept from the garbage collector as long as libFLAC may call it.</summary>
    public FlacLibrary.Write Write => (_, bytes, count, _, _, _) =>
    {
        var block = ArrayPool<byte>.Shared.Rent((int)count);
        Marshal.Copy(bytes, block, 0, (int)count);
        file.Write(block, 0, (int)count);
        ArrayPool<byte>.Shared.Return(block);
        return Done;
    };

    /// <summary>For libFLAC to go back with; kept as <see cref="Write"/> is.</summary>
    public FlacLibrary.Seek Seek => (_, at, _) =>
    {
        file.Position = (long)at;
        return Done;
    };

    /// <summary>For libFLAC to ask with; kept as <see cref="Write"/> is.</summary>
    public FlacLibrary.Tell Tell => (nint _, out ulong at, nint _) =>
    {
        at = (ulong)file.Position;
        return Done;
    };
}
