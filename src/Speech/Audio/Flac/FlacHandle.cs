using Microsoft.Win32.SafeHandles;

namespace TtsConsumers.Speech.Audio.Flac;

/// <summary>A stream encoder of libFLAC.</summary>
internal sealed class FlacHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        FlacLibrary.Delete(handle);
        return true;
    }
}
