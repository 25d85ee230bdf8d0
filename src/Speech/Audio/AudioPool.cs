using System.Buffers;

namespace TtsConsumers.Speech.Audio;

/// <summary>Where the memory of sounds and their files comes from and goes back to: as much as was ever in use at once, for about three minutes of sound each at most.</summary>
/// <remarks>
/// The pool that everybody shares keeps what a thread gave back for that thread; here one thread takes a buffer and another gives it back, so it was
/// missed now and then, and a new one went to the heap for large objects.
/// </remarks>
internal static class AudioPool
{
    private const int MostLength = 4 * 1024 * 1024;
    private const int MostOfASize = 64;

    /// <summary>Samples as a model gives them.</summary>
    public static ArrayPool<float> Floats { get; } = ArrayPool<float>.Create(MostLength, MostOfASize);

    /// <summary>Samples as files hold them.</summary>
    public static ArrayPool<short> Shorts { get; } = ArrayPool<short>.Create(MostLength, MostOfASize);

    /// <summary>Files.</summary>
    public static ArrayPool<byte> Bytes { get; } = ArrayPool<byte>.Create(2 * MostLength, MostOfASize);
}
