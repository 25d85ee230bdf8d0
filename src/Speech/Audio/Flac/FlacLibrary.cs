using System.Runtime.InteropServices;
using TtsConsumers.Speech.Audio.Native;

namespace TtsConsumers.Speech.Audio.Flac;

/// <summary>The part of libFLAC's stream encoder that is used, after FLAC/stream_encoder.h of 1.3 to 1.5 (BSD licence).</summary>
internal static partial class FlacLibrary
{
    private const string Name = "FLAC";

    /// <summary>Takes encoded bytes; 0 says that they were taken.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Write(nint encoder, nint bytes, nuint count, uint samples, uint frame, nint state);

    /// <summary>Goes to a byte of the file, counted from its beginning; 0 says that it went.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Seek(nint encoder, ulong at, nint state);

    /// <summary>Says where in the file it is; 0 says that it said.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Tell(nint encoder, out ulong at, nint state);

    public static NativeCodec Codec { get; } =
        new(Name, "libflac12, from Debian 13 on libflac14", "libFLAC.so.14", "libFLAC.so.12", "libFLAC.so.8");

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial FlacHandle New();

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_delete")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial void Delete(nint encoder);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_set_channels")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetChannels(FlacHandle encoder, uint channels);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_set_bits_per_sample")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetBitsPerSample(FlacHandle encoder, uint bits);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_set_sample_rate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetSampleRate(FlacHandle encoder, uint rate);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_set_compression_level")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetCompressionLevel(FlacHandle encoder, uint level);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_set_total_samples_estimate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int SetTotalSamples(FlacHandle encoder, ulong samples);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_init_stream")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int InitStream(FlacHandle encoder, Write write, Seek seek, Tell tell, nint metadata, nint state);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_process_interleaved")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Process(FlacHandle encoder, ReadOnlySpan<int> samples, uint count);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_finish")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Finish(FlacHandle encoder);

    [LibraryImport(Name, EntryPoint = "FLAC__stream_encoder_get_state")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int State(FlacHandle encoder);
}
