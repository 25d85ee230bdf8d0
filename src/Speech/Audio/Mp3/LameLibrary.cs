using System.Runtime.InteropServices;
using TtsConsumers.Speech.Audio.Native;

namespace TtsConsumers.Speech.Audio.Mp3;

/// <summary>The part of LAME that is used, after lame.h of 3.100 (LGPL; linked at run time, as installed).</summary>
internal static partial class LameLibrary
{
    private const string Name = "mp3lame";

    public static NativeCodec Codec { get; } = new(Name, "libmp3lame0", "libmp3lame.so.0");

    [LibraryImport(Name, EntryPoint = "lame_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial LameHandle Init();

    [LibraryImport(Name, EntryPoint = "lame_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Close(nint encoder);

    [LibraryImport(Name, EntryPoint = "lame_set_in_samplerate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetInSampleRate(LameHandle encoder, int rate);

    [LibraryImport(Name, EntryPoint = "lame_set_out_samplerate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetOutSampleRate(LameHandle encoder, int rate);

    [LibraryImport(Name, EntryPoint = "lame_set_num_channels")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetChannels(LameHandle encoder, int channels);

    [LibraryImport(Name, EntryPoint = "lame_set_mode")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetMode(LameHandle encoder, int mode);

    [LibraryImport(Name, EntryPoint = "lame_set_brate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetBitrate(LameHandle encoder, int kilobits);

    [LibraryImport(Name, EntryPoint = "lame_init_params")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int InitParameters(LameHandle encoder);

    [LibraryImport(Name, EntryPoint = "lame_get_scale")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial float Scale(LameHandle encoder);

    [LibraryImport(Name, EntryPoint = "lame_encode_buffer_ieee_float")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Encode(
        LameHandle encoder, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int count, Span<byte> bytes, int capacity);

    [LibraryImport(Name, EntryPoint = "lame_encode_flush")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Flush(LameHandle encoder, Span<byte> bytes, int capacity);

    [LibraryImport(Name, EntryPoint = "lame_get_lametag_frame")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nuint Tag(LameHandle encoder, Span<byte> bytes, nuint capacity);
}
