using System.Runtime.InteropServices;
using TtsConsumers.Speech.Audio.Native;

namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>The part of libopus that is used, after opus.h and opus_defines.h of 1.3 (BSD licence).</summary>
/// <remarks>
/// opus_encoder_ctl takes variable arguments. On Linux, x86-64 and arm64, an integer or a pointer is passed the same way there as to a fixed
/// parameter, so the two shapes that are needed are declared as such.
/// </remarks>
internal static partial class OpusLibrary
{
    private const string Name = "opus";

    public static NativeCodec Codec { get; } = new(Name, "libopus0", "libopus.so.0");

    [LibraryImport(Name, EntryPoint = "opus_encoder_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpusHandle Create(int sampleRate, int channels, int application, out int error);

    [LibraryImport(Name, EntryPoint = "opus_encoder_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial void Destroy(nint encoder);

    [LibraryImport(Name, EntryPoint = "opus_encoder_ctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Set(OpusHandle encoder, int request, int value);

    [LibraryImport(Name, EntryPoint = "opus_encoder_ctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Get(OpusHandle encoder, int request, out int value);

    [LibraryImport(Name, EntryPoint = "opus_encode")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Encode(OpusHandle encoder, ReadOnlySpan<short> samples, int count, Span<byte> packet, int capacity);

    [LibraryImport(Name, EntryPoint = "opus_get_version_string")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint Version();
}
