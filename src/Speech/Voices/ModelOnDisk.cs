using TtsConsumers.Speech.Voices.Piper.Espeak;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices;

/// <summary>A model on disk, of whatever family: what can be told of it without loading it, and how it is made ready.</summary>
public abstract class ModelOnDisk
{
    /// <summary>The model's name, as operators and settings know it.</summary>
    public abstract string Name { get; }

    /// <summary>The contract it follows: <c>kokoro</c> or <c>piper</c>.</summary>
    public abstract string Family { get; }

    /// <summary>The ONNX file's path.</summary>
    public abstract string ModelPath { get; }

    /// <summary>Samples per second of its audio.</summary>
    public abstract int SampleRate { get; }

    /// <summary>Samples in one frame, the unit of durations.</summary>
    public abstract int FrameSamples { get; }

    /// <summary>The most ids of a piece, with the boundary ids.</summary>
    public abstract int MaxIds { get; }

    /// <summary>The licence of model and voices, as an SPDX expression; <c>unknown</c> where its files don't say.</summary>
    public abstract string License { get; }

    /// <summary>Language (<c>zh</c>, <c>en</c>) → id of the voice that speaks it where nobody asked for another; may be empty.</summary>
    public abstract IReadOnlyDictionary<string, string> DefaultVoices { get; }

    /// <summary>Its voices as a catalogue lists them. No further file is touched.</summary>
    public abstract IReadOnlyList<ListedVoice> Listed { get; }

    /// <summary>One phoneme that it can speak: the first thing it says, unheard, when it is loaded.</summary>
    public abstract string FirstWords { get; }

    /// <summary>Makes the voices ready: reads their packs and settles what stands for the model in audio keys.</summary>
    /// <param name="cancellationToken">Gives up between two files.</param>
    /// <exception cref="ModelFileException">A file is missing or damaged.</exception>
    public abstract Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellationToken);

    /// <summary>Proves that the model file is the one the voices' keys mean.</summary>
    /// <exception cref="ModelFileException">It is missing, damaged or another one.</exception>
    public abstract void Prove();

    /// <summary>How its phonemes become ids, and how its sessions are called.</summary>
    public abstract IModelFamily NewFamily();

    /// <summary>How texts become its phonemes.</summary>
    /// <param name="frontEnd">Reads Chinese and English.</param>
    /// <param name="espeak">Reads other languages, and models that were trained with it.</param>
    internal abstract IVoiceReader NewReader(FrontEnd frontEnd, EspeakNg espeak);

    /// <summary>What stands in the way of speaking here, in a sentence; null when nothing does.</summary>
    /// <param name="espeak">The program some models need.</param>
    internal virtual string? Missing(EspeakNg espeak) => null;
}
