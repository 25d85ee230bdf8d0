using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Gives the memory that loading freed back to the system.</summary>
internal static partial class FreedHeap
{
    /// <summary>
    /// Loading widens and repacks the weights; glibc keeps what was freed (0.55 GB for the default voice) until it is asked.
    /// Other C libraries have no such call and need none.
    /// </summary>
    public static void GiveBack()
    {
        try
        {
            _ = MallocTrim(0);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Not glibc.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MallocTrim(nuint pad);
}
