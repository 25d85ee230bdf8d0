using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Contracts;

/// <summary>Why a job was refused or failed. A closed set: the only values from the wire that may become a metric's tag.</summary>
[JsonConverter(typeof(ReasonCodeConverter))]
public enum ReasonCode
{
    /// <summary>The body is not a job: not strict JSON, too large, a field missing, unknown, doubled or of the wrong type.</summary>
    Malformed,

    /// <summary>The message's type is not <c>tts.job.v1</c>.</summary>
    UnsupportedVersion,

    /// <summary>The message id differs from the job's id.</summary>
    IdMismatch,

    /// <summary>There is no text, or only white space.</summary>
    TextMissing,

    /// <summary>The text is longer than the host's limit.</summary>
    TextTooLong,

    /// <summary>Nothing in the text can be spoken.</summary>
    TextUnspeakable,

    /// <summary>The host's catalogue has no such voice.</summary>
    VoiceUnknown,

    /// <summary>The host does not offer the audio format.</summary>
    FormatUnknown,

    /// <summary>A field's value is outside what the contract or this host allows.</summary>
    ValueOutOfRange,

    /// <summary>The reply suffix is not <c>^[a-z0-9-]{1,36}$</c>.</summary>
    ReplyToInvalid,

    /// <summary>The job's <c>expires_at</c> has passed.</summary>
    Expired,

    /// <summary>The model failed.</summary>
    SynthesisFailed,

    /// <summary>The model's audio is not finite, silent or of an implausible length.</summary>
    AudioInvalid,

    /// <summary>The model did not come back in time.</summary>
    SynthesisTimeout,

    /// <summary>The audio store refused the audio.</summary>
    StoreFailed,

    /// <summary>The last try failed too.</summary>
    AttemptsExhausted,

    /// <summary>The job was in hand of one host after another that died.</summary>
    CrashLoop,
}
