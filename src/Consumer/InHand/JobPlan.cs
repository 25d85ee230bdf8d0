using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.InHand;

/// <summary>How a good job will be spoken: every default filled in.</summary>
/// <param name="Job">The job.</param>
/// <param name="Voice">Who speaks.</param>
/// <param name="Language">The language asked for; <see langword="null"/> goes by script, per run of text.</param>
/// <param name="Speed">0.5 to 2.</param>
/// <param name="Encoder">The format.</param>
/// <param name="Key">Where the audio goes.</param>
public sealed record JobPlan(
    SpeechJob Job, Voice Voice, SpeechLanguage? Language, double Speed, IAudioEncoder Encoder, AudioKey Key);
