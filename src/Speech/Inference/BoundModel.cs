using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>A model in memory and the way it is called. One thread at a time may be in <see cref="Run"/>.</summary>
internal sealed class BoundModel : IDisposable
{
    private readonly ModelSession _session;
    private readonly IModelBinding _binding;

    /// <summary>Loads a model, which takes seconds.</summary>
    /// <param name="model">A proved model.</param>
    /// <param name="family">Its family.</param>
    /// <param name="sessions">The device it is loaded for.</param>
    /// <exception cref="ModelFileException">It can't be loaded, or follows no contract of its family.</exception>
    public BoundModel(ModelOnDisk model, IModelFamily family, SessionFactory sessions)
    {
        Name = model.Name;
        _session = sessions.Load(model.ModelPath);
        try
        {
            _binding = family.Bind(_session.Signature);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Calls the model.</summary>
    /// <param name="pieces">At least one.</param>
    /// <returns>One sound a piece.</returns>
    public IReadOnlyList<SpokenAudio> Run(IReadOnlyList<Piece> pieces) => _binding.Run(_session, pieces);

    /// <summary>Makes the call that is going on, and every later one, fail as soon as the runtime looks up.</summary>
    public void BreakOff() => _session.BreakOff();

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
