namespace TtsConsumers.Speech.Voices;

/// <summary>What the types of <see cref="ModelManifest"/> can't say.</summary>
internal static class ManifestRules
{
    /// <summary>Every fault of a manifest.</summary>
    /// <param name="manifest">The manifest as it was read.</param>
    /// <returns>One "field: what is wrong" a fault; nothing when the manifest is sound.</returns>
    public static IEnumerable<string> Faults(ModelManifest manifest) =>
    [
        .. FileFaults("", manifest.File, manifest.Sha256),
        .. NumberFaults(manifest),
        .. manifest.Voices.SelectMany((voice, i) => FileFaults($"voices[{i}].", voice.File, voice.Sha256)),
        .. VoiceFaults(manifest),
        .. manifest.Vocabulary
            .Where(entry => entry.Key.Length != 1 || entry.Value <= 0)
            .Select(entry => $"vocabulary['{entry.Key}']: must be one character with an id above 0, is {entry.Value}"),
    ];

    private static IEnumerable<string> FileFaults(string prefix, string file, string sha256)
    {
        if (file.Length == 0 || Path.IsPathRooted(file) || file.Split('/', '\\').Contains(".."))
        {
            yield return $"{prefix}file: must be a path inside the model's folder, is '{file}'";
        }

        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit))
        {
            yield return $"{prefix}sha256: must be 64 hexadecimal digits, is '{sha256}'";
        }
    }

    private static IEnumerable<string> NumberFaults(ModelManifest manifest)
    {
        (string Field, int Value, int Least, int Most)[] numbers =
        [
            ("sample_rate", manifest.SampleRate, 8000, 48_000),
            ("frame_samples", manifest.FrameSamples, 1, 48_000),
            ("max_ids", manifest.MaxIds, 3, 65_536),
            ("style_rows", manifest.StyleRows, 1, 65_536),
            ("style_width", manifest.StyleWidth, 1, 65_536),
        ];
        return numbers
            .Where(number => number.Value < number.Least || number.Value > number.Most)
            .Select(number => $"{number.Field}: must be {number.Least} to {number.Most}, is {number.Value}");
    }

    private static IEnumerable<string> VoiceFaults(ModelManifest manifest)
    {
        if (manifest.Voices.Count == 0)
        {
            yield return "voices: must name at least one voice";
        }

        foreach (var twice in manifest.Voices.GroupBy(voice => voice.Id).Where(group => group.Count() > 1))
        {
            yield return $"voices: '{twice.Key}' is there {twice.Count()} times";
        }

        foreach (var (language, id) in manifest.DefaultVoices.Where(entry => manifest.Voices.All(voice => voice.Id != entry.Value)))
        {
            yield return $"default_voices.{language}: '{id}' is not among the voices";
        }
    }
}
