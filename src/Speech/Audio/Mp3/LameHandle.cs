using Microsoft.Win32.SafeHandles;

namespace TtsConsumers.Speech.Audio.Mp3;

/// <summary>An encoder of LAME.</summary>
internal sealed class LameHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LameLibrary.Close(handle) == 0;
}
