namespace TtsConsumers.Shared.Contracts;

/// <summary>
/// The object beside an audio object that marks it as complete: what a result says about the audio, so that a redelivered job is answered
/// from the store instead of being spoken again.
/// </summary>
/// <param name="Audio">The audio object.</param>
/// <param name="Voice">The voice that spoke.</param>
/// <param name="Marks">Word marks.</param>
/// <param name="Notes">What was left out.</param>
/// <param name="Timing">Where the time went when it was made.</param>
public sealed record AudioSidecar(
    ResultAudio Audio, string Voice, IReadOnlyList<Mark> Marks, IReadOnlyList<string> Notes, ResultTiming Timing);
