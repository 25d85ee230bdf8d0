namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>Where each user of a provisioned farm connects: values for <c>TTS_BROKER</c>, secrets included.</summary>
/// <param name="Producer">For clients.</param>
/// <param name="Consumer">For hosts.</param>
/// <param name="Operator">For replays.</param>
/// <param name="Monitor">For the doctor.</param>
public sealed record FarmUris(string Producer, string Consumer, string Operator, string Monitor)
{
    /// <summary>Nothing: they hold secrets, and records print what they hold.</summary>
    public override string ToString() => nameof(FarmUris);
}
