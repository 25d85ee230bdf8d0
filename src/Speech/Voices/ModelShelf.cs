using TtsConsumers.Speech.Voices.Piper;

namespace TtsConsumers.Speech.Voices;

/// <summary>The models of a folder: one folder with a <c>model.json</c> each, and Piper voices as their publishers ship them, at any depth.</summary>
public sealed class ModelShelf
{
    private const int Deepest = 6;

    private ModelShelf(IReadOnlyList<ModelOnDisk> models, IReadOnlyDictionary<string, string> faults) => (Models, Faults) = (models, faults);

    /// <summary>Every model that can be offered, the preferred one first. No two have the same name.</summary>
    public IReadOnlyList<ModelOnDisk> Models { get; }

    /// <summary>Models that can't be offered: name → why, in a sentence.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; }

    /// <summary>The model whose voices speak where nobody asked for another.</summary>
    public ModelOnDisk Preferred => Models[0];

    /// <summary>Every voice with its model. An id that several models have is the first one's.</summary>
    public IEnumerable<(ModelOnDisk Model, ListedVoice Voice)> Voices =>
        Models.SelectMany(model => model.Listed.Select(voice => (Model: model, Voice: voice))).DistinctBy(one => one.Voice.Id);

    /// <summary>A shelf with one model on it.</summary>
    public static ModelShelf Of(ModelOnDisk model) => new([model], new Dictionary<string, string>());

    /// <summary>Reads what is there. No model file is opened.</summary>
    /// <param name="folder">The folder that holds the models.</param>
    /// <param name="preferred">A folder with a <c>model.json</c> in it, or a Piper voice's file name without <c>.onnx</c>.</param>
    /// <exception cref="ModelFileException">The preferred model is missing or faulty.</exception>
    public static ModelShelf Open(string folder, string preferred)
    {
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var models = new SortedDictionary<string, ModelOnDisk>(StringComparer.Ordinal);
        foreach (var config in Files(folder, "*" + PiperModel.ConfigEnding, Deepest))
        {
            Add(models, faults, PiperModel.NameOf(config), config, () => PiperModel.Open(config));
        }

        foreach (var alone in Files(folder, "*.onnx", Deepest).Where(PiperModel.LacksConfig))
        {
            faults[Path.GetFileNameWithoutExtension(alone)] =
                $"{alone} is left out: a Piper voice is two files, and {Path.GetFileName(alone)}.json is not beside it.";
        }

        var first = models.TryGetValue(preferred, out var piper) && !File.Exists(Path.Combine(folder, preferred, "model.json"))
            ? piper
            : faults.TryGetValue(preferred, out var why) ? throw new ModelFileException(why) : ModelFolder.Open(folder, preferred);
        foreach (var manifest in Files(folder, "model.json", 1))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(manifest))!;
            if (name != preferred)
            {
                Add(models, faults, name, manifest, () => ModelFolder.Open(folder, name));
            }
        }

        return new ModelShelf([first, .. models.Values.Where(model => model.Name != first.Name)], faults);
    }

    private static void Add(
        SortedDictionary<string, ModelOnDisk> models, SortedDictionary<string, string> faults, string name, string file, Func<ModelOnDisk> open)
    {
        try
        {
            var model = open();
            if (!models.TryAdd(model.Name, model))
            {
                faults[$"{model.Name} ({file})"] = $"{file} is left out: there is another model named {model.Name}, {models[model.Name].ModelPath}.";
            }
        }
        catch (ModelFileException e)
        {
            faults[name] = e.Message;
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern, int depth) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth })
            .Order(StringComparer.Ordinal);
}
