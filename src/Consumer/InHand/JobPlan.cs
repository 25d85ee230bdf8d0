using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.InHand;

/// <summary>How a good job will be spoken: every default filled in.</summary>
/// <param name="Job">The job.</param>
/// <param name="Voice">Who speaks.</param>
/// <param name="Language">The language asked for; <see langword="null"/> goes by script, per run of text.</param>
/// <param name="Speed">0.5 to 2.</param>
/// <param name="Form">Sample rate, gain and format of the audio.</param>
/// <param name="Key">Where the audio goes.</param>
/// <param name="Lexicon">The job's own readings; <see langword="null"/> for none.</param>
public sealed record JobPlan(
    SpeechJob Job, Voice Voice, SpeechLanguage? Language, double Speed, AudioForm Form, AudioKey Key, UserLexicon? Lexicon = null);
