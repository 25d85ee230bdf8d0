using System.Text.Json;

namespace TtsConsumers.Shared.Contracts;

/// <summary>The wire names of <see cref="ReasonCode"/>.</summary>
public static class ReasonCodes
{
    private static readonly string[] Names =
        [.. Enum.GetNames<ReasonCode>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>The code as it stands in results and in <c>x-reason</c>, e.g. <c>text_too_long</c>.</summary>
    public static string Wire(this ReasonCode code) => Names[(int)code];

    /// <summary>Reads a wire name.</summary>
    /// <returns><see langword="null"/> where the name is not one of the closed set.</returns>
    public static ReasonCode? FromWire(string? name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (ReasonCode)index : null;

    /// <summary>Whether the same job, sent again unchanged, may succeed: the fault was the farm's, not the job's.</summary>
    public static bool IsRetryable(this ReasonCode code) => code is
        ReasonCode.SynthesisFailed or ReasonCode.AudioInvalid or ReasonCode.SynthesisTimeout or
        ReasonCode.StoreFailed or ReasonCode.AttemptsExhausted;
}
