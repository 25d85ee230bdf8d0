using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech.Text;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.SpeechTests.Audio;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Knows which ids a text must sound like in the toy voice, and reads them back from the audio: proof that a job got its own sound.</summary>
public sealed class OwnSound : IDisposable
{
    private readonly FrontEnd frontEnd = FrontEnd.Load(Path.Combine(Clone.Root, "lexicon"), Path.Combine(Clone.Root, "models"));
    private readonly Dictionary<string, int> vocabulary = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, int>>(
        File.ReadAllBytes(Path.Combine(Clone.Root, "lexicon", "kokoro-v1.0-vocab.json")))!;

    /// <summary>Checks the file a result names: its length, its hash, and that it sounds like the text.</summary>
    public async Task CheckAsync(SpeechResult result, string text, CancellationToken cancellation)
    {
        result.Status.ShouldBe(ResultStatus.Done, result.Error?.Message);
        Check(result, text, await File.ReadAllBytesAsync(new Uri(result.Audio!.Uri).LocalPath, cancellation));
    }

    /// <summary>The same for audio that was read already, from whatever store.</summary>
    public void Check(SpeechResult result, string text, byte[] bytes)
    {
        result.Status.ShouldBe(ResultStatus.Done, result.Error?.Message);
        bytes.LongLength.ShouldBe(result.Audio!.Bytes);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe(result.Audio.Sha256);
        ToneReader.IdsOfWav(bytes).Where(id => id > 0).ShouldBe(Expected(text), text);
    }

    private List<int> Expected(string text) =>
        [.. frontEnd.Read(text, null).ShouldBeOfType<Reading.Spoken>().Phonemes.Select(symbol => vocabulary[symbol.ToString()])];

    public void Dispose() => frontEnd.Dispose();
}
