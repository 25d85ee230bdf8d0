using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.InHand;

/// <summary>Audio that only has to be stored.</summary>
/// <param name="Bytes">The object's bytes.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Duration">How long it sounds.</param>
/// <param name="Marks">When its words sound.</param>
/// <param name="Notes">What could not be spoken.</param>
/// <param name="Timing">Where the time went so far; storing is added.</param>
public sealed record FinishedAudio(
    ReadOnlyMemory<byte> Bytes, int SampleRate, TimeSpan Duration, IReadOnlyList<Mark> Marks, IReadOnlyList<string> Notes, ResultTiming Timing);
