using TtsConsumers.Speech.Voices.Kokoro;

namespace TtsConsumers.Speech.Voices;

/// <summary>The families that are known.</summary>
public static class ModelFamilies
{
    /// <summary>Finds the family a manifest names.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <returns>The family, set up with the manifest's vocabulary and limits.</returns>
    /// <exception cref="ModelFileException">The family is not known.</exception>
    public static IModelFamily For(ModelManifest manifest) => manifest.Family switch
    {
        "kokoro" => new KokoroFamily(manifest),
        _ => throw new ModelFileException(
            $"Model {manifest.Name}: family '{manifest.Family}' is not known; 'kokoro' is. Correct its model.json."),
    };
}
