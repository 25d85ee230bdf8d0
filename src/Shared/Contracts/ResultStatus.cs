using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Contracts;

/// <summary>How a job ended.</summary>
public enum ResultStatus
{
    /// <summary>There is audio.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>There is none; <see cref="SpeechResult.Error"/> says why.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
