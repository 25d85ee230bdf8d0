namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>How loud a sound was and is.</summary>
/// <param name="Before">LUFS as it came.</param>
/// <param name="After">LUFS as it is now.</param>
/// <param name="TruePeakDb">Its true peak now, in dBTP.</param>
public sealed record LoudnessReport(double Before, double After, double TruePeakDb);
