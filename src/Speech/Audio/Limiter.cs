namespace TtsConsumers.Speech.Audio;

/// <summary>
/// Keeps samples within full scale without wrapping round and without touching what is not too loud: up to <see cref="Knee"/> a sample is
/// itself, above it bends towards 1 as k + (1 − k) · tanh((|x| − k) / (1 − k)), whose slope at the knee is 1. No gain is fitted to a file,
/// so the fragments of one text stay equally loud.
/// </summary>
public static class Limiter
{
    /// <summary>The magnitude up to which nothing is changed.</summary>
    public const float Knee = 0.9f;

    /// <summary>Limits one sample.</summary>
    /// <param name="sample">Any finite value.</param>
    /// <returns>A value within ±1, in the same order as the samples.</returns>
    public static float Limit(float sample)
    {
        var magnitude = MathF.Abs(sample);
        return magnitude <= Knee
            ? sample
            : MathF.CopySign(Knee + ((1 - Knee) * MathF.Tanh((magnitude - Knee) / (1 - Knee))), sample);
    }
}
