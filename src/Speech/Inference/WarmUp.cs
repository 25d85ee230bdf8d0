namespace TtsConsumers.Speech.Inference;

/// <summary>What an instance says, unheard, before it is offered.</summary>
/// <param name="IdCount">Ids, without the boundary ids.</param>
/// <param name="Times">How many of them at once.</param>
internal sealed record WarmUp(int IdCount, int Times)
{
    // With a small bucket there would be hundreds of shapes.
    private const int LeastStep = 32;

    /// <summary>
    /// On the processor one symbol proves that it speaks. On a GPU the first call of every shape is planned and given memory, so every length that
    /// calls are padded to is spoken once, and the longest once as a full batch, which takes the memory that the largest Run needs.
    /// </summary>
    /// <param name="device">The device.</param>
    /// <param name="options">The bucket.</param>
    /// <param name="longest">The most ids of a piece, with the boundary ids.</param>
    /// <returns>What is said, in order.</returns>
    public static IReadOnlyList<WarmUp> For(Device device, SpeechOptions options, int longest)
    {
        if (!device.IsGpu)
        {
            return [new WarmUp(1, 1)];
        }

        var step = Math.Max(options.Bucket, LeastStep);
        var lengths = Enumerable.Range(1, longest / step).Select(n => n * step).Append(longest).Distinct();
        return [.. lengths.Select(ids => new WarmUp(ids - 2, 1)), new WarmUp(longest - 2, device.Batches(options).Most)];
    }
}
