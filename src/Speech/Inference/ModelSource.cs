using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads a model into memory, as often as it is asked to.</summary>
/// <param name="model">A proved model.</param>
/// <param name="family">Its family.</param>
/// <param name="sessions">The device it is loaded for.</param>
internal sealed class ModelSource(ModelOnDisk model, IModelFamily family, SessionFactory sessions)
{
    /// <summary>Loads the model, which takes seconds.</summary>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="ModelFileException">It can't be loaded, or follows no contract of its family.</exception>
    public BoundModel Load() => new(model, family, sessions);

    /// <summary>Loads the model long after it was proved, so it is proved again: its hash is part of every audio's key.</summary>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="ModelFileException">The file is not the one its manifest means any more, or it can't be loaded.</exception>
    public BoundModel LoadAgain()
    {
        model.Prove();
        return Load();
    }
}
