using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Loudness;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>What is to be spoken, how, and where the sound goes.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Pattern">Voice, speed and whatever else all fragments share; its format is the file's.</param>
/// <param name="Output">The file to write.</param>
/// <param name="Pauses">How long it is quiet between fragments.</param>
/// <param name="ResultWait">How long to wait for a fragment's result.</param>
/// <param name="ShowTable">Whether to print a line for each fragment with its times.</param>
/// <param name="Json">Whether to print one JSON object instead.</param>
internal sealed record SpeakingOrder(
    string Text, SpeechJob Pattern, string Output, Pauses Pauses, TimeSpan ResultWait, bool ShowTable, bool Json)
{
    /// <summary>What the whole is brought to; <see langword="null"/> leaves it as the hosts made it.</summary>
    public LoudnessTarget? Loudness { get; init; }

    /// <summary>Whether to write subtitles beside the sound.</summary>
    public bool Subtitles { get; init; }

    /// <summary>The file's format.</summary>
    public IAudioEncoder Encoder => Pattern.Format is { } format ? AudioEncoders.Find(format)! : AudioEncoders.All[0];

    /// <summary>
    /// Whether a host makes the file. Whoever has the whole sound encodes it, and only once: files of a lossy format can't be joined without a
    /// gap at every seam, and coding the join again would lose twice. So a host makes the file of a single fragment; of several, it is made
    /// here from their WAVs, and so is one whose loudness is to be measured.
    /// </summary>
    public bool IsMadeByHost(int fragments) => fragments == 1 && Loudness is null;
}
