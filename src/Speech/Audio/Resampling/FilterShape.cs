namespace TtsConsumers.Speech.Audio.Resampling;

/// <summary>How exact a low-pass filter is, and so how long.</summary>
/// <param name="Passed">Up to where it passes, as a part of the lower Nyquist frequency, where it stops.</param>
/// <param name="StoppedDb">By how much it stops.</param>
internal readonly record struct FilterShape(double Passed, double StoppedDb)
{
    /// <summary>For what is listened to: nothing that 16 bits could hold is mirrored into the band.</summary>
    public static FilterShape Transparent => new(0.91, 110);

    /// <summary>For looking at peaks only; seven times as long as the filter of ITU-R BS.1770-4, annex 2.</summary>
    public static FilterShape Peaks => new(0.91, 60);
}
