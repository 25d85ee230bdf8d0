using TtsConsumers.Tests.SpeechTests.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Some seconds of real voices, spoken once for the tests that need them.</summary>
public sealed class SpokenSound : IAsyncLifetime
{
    // Two Chinese and two English sentences of Golden/kokoro-numerics.json.
    private static readonly (string Voice, string Phonemes)[] Said =
    [
        ("zf_xiaoxiao", "ʨi→ntʰjɛ→n tʰjɛ→nʨʰi↘ xə↓n xau↓."),
        ("zm_yunxi", "ni↓ xau↓, ʂɨ↘ʨjɛ↘!"),
        ("af_heart", "həlˈO wˈɜɹld."),
        ("bm_george", "ðə mˈɛsɪʤ kjˈuː ɪz ˈɛmpti."),
    ];

    /// <summary>One sound a voice, at 24 kHz.</summary>
    internal IReadOnlyList<(string Voice, float[] Samples)> Sounds { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var model = await TestModel.OpenAsync("kokoro-82m-v1.0", TestContext.Current.CancellationToken);
        await using var instance = model.Load(threads: Environment.ProcessorCount);
        List<(string, float[])> sounds = [];
        foreach (var (id, phonemes) in Said)
        {
            var voice = model.Catalogue.Find(id)!;
            // Twice, so that the shortest is as long as the meters want it.
            using var audio = await instance.SpeakAsync(model.Family.Utter($"{phonemes} {phonemes}", voice, 1), TestContext.Current.CancellationToken);
            sounds.Add((id, audio.Samples.ToArray()));
        }

        Sounds = sounds;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
