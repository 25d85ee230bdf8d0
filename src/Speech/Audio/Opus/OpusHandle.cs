using Microsoft.Win32.SafeHandles;

namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>An encoder of libopus.</summary>
internal sealed class OpusHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        OpusLibrary.Destroy(handle);
        return true;
    }
}
