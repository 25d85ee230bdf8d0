using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>What is to be spoken, how, and where the sound goes.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Pattern">Voice, speed and whatever else all fragments share.</param>
/// <param name="Output">The file to write.</param>
/// <param name="Pause">Silence between fragments.</param>
/// <param name="ResultWait">How long to wait for a fragment's result.</param>
/// <param name="ShowTable">Whether to print a line for each fragment with its times.</param>
/// <param name="Json">Whether to print one JSON object instead.</param>
internal sealed record SpeakingOrder(
    string Text, SpeechJob Pattern, string Output, TimeSpan Pause, TimeSpan ResultWait, bool ShowTable, bool Json);
