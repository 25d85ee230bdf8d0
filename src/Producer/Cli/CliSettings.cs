using Microsoft.Extensions.Configuration;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech;

namespace TtsConsumers.Producer.Cli;

/// <summary>The settings of the command line: environment variables <c>TTS_…</c>, read in Program and nowhere else.</summary>
/// <param name="configuration">The variables, without their prefix.</param>
internal sealed class CliSettings(IConfiguration configuration)
{
    /// <summary>The AMQP URI jobs are sent with (<c>TTS_BROKER_PRODUCER</c>, else <c>TTS_BROKER</c>).</summary>
    public string Broker => Text("BROKER_PRODUCER") ?? Text("BROKER") ?? throw NotSet(
        "TTS_BROKER_PRODUCER", "the AMQP URI of the farm's producer; './farm env' prints it where a farm runs");

    /// <summary>The AMQP URI to check the topology with (<c>TTS_BROKER</c>, else <c>TTS_BROKER_PRODUCER</c>).</summary>
    public string BrokerToCheck => Text("BROKER") ?? Broker;

    /// <summary>The AMQP URI of the monitor (<c>TTS_BROKER_MONITOR</c>).</summary>
    public string Monitor => Text("BROKER_MONITOR") ?? throw NotSet("TTS_BROKER_MONITOR", "the AMQP URI of the farm's monitor");

    /// <summary>The AMQP URI of the operator (<c>TTS_BROKER_OPERATOR</c>).</summary>
    public string Operator => Text("BROKER_OPERATOR") ?? throw NotSet(
        "TTS_BROKER_OPERATOR", "the AMQP URI of the farm's operator; './farm env' prints it where a farm runs");

    /// <summary>The management URL with an administrator in it (<c>TTS_BROKER_ADMIN</c>).</summary>
    public string? Admin => Text("BROKER_ADMIN");

    /// <summary>The health addresses of the hosts, or <c>@</c> and a file that lists them (<c>TTS_HOSTS</c>).</summary>
    public string Hosts => Text("HOSTS") ?? throw NotSet(
        "TTS_HOSTS", "the hosts' health addresses, comma separated, such as http://127.0.0.1:8090, or @ and a file that lists them");

    /// <summary>Whether <see cref="Hosts"/> is set.</summary>
    public bool KnowsHosts => Text("HOSTS") is not null;

    /// <summary>Where audio is fetched from; of these only the S3 settings matter to a client.</summary>
    public StoreOptions Store => Bind(new StoreOptions());

    /// <summary>Where models and lexica are.</summary>
    public SpeechOptions Speech => Bind(new SpeechOptions());

    /// <summary>A password to give a user when provisioning (<c>TTS_PASSWORD_PRODUCER</c> …), if any.</summary>
    /// <param name="role"><c>producer</c>, <c>consumer</c>, <c>operator</c> or <c>monitor</c>.</param>
    public string? Password(string role) => Text($"PASSWORD_{role.ToUpperInvariant()}");

    private string? Text(string key) => configuration[key] is { Length: > 0 } value ? value : null;

    private T Bind<T>(T options)
        where T : class
    {
        configuration.Bind(options);
        return options;
    }

    private static CommandFailedException NotSet(string name, string meaning) => new(ExitCodes.NotReady, $"{name} is not set: {meaning}");
}
