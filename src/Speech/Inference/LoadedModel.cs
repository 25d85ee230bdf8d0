namespace TtsConsumers.Speech.Inference;

/// <summary>The instances of a model, each of which has spoken.</summary>
/// <param name="Instances">All alike, some for each device.</param>
/// <param name="Batch">How many pieces may share a Run.</param>
internal sealed record LoadedModel(IReadOnlyList<ModelInstance> Instances, int Batch) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }
    }
}
