using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech;

namespace TtsConsumers.Consumer;

/// <summary>All settings of a host, read and checked.</summary>
/// <param name="Host">How it takes and settles jobs.</param>
/// <param name="Broker">Where the broker is.</param>
/// <param name="Store">Where audio goes.</param>
/// <param name="Speech">What speaks.</param>
/// <param name="StopPoint">The fault tests' hook.</param>
public sealed record CheckedSettings(HostSettings Host, BrokerOptions Broker, StoreOptions Store, SpeechOptions Speech, StopPoint StopPoint)
{
    /// <summary>Reads and checks them.</summary>
    /// <param name="configuration">Keys as in the README, without <c>TTS_</c>.</param>
    /// <exception cref="SettingsException">Something is wrong; it says everything that is.</exception>
    public static CheckedSettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = new CheckedSettings(
            reader.Read<HostSettings>(), reader.Read<BrokerOptions>(), reader.Read<StoreOptions>(), reader.Read<SpeechOptions>(), reader.Read<StopPoint>());
        return reader.Errors.Count == 0 ? settings : throw new SettingsException(reader.Errors);
    }
}
