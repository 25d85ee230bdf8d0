using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace TtsConsumers.Shared.Broker;

/// <summary>Where the broker is and how long to wait for it. Settings are <c>TTS_</c> and the key.</summary>
public sealed class BrokerOptions
{
    /// <summary>AMQP URIs, comma separated, tried in order: <c>amqp://user:password@host:5672/tts</c>.</summary>
    [ConfigurationKeyName("BROKER")]
    [Required(ErrorMessage = "TTS_BROKER is not set: give an AMQP URI such as amqp://user:password@127.0.0.1:5672/tts")]
    [CustomValidation(typeof(BrokerOptions), nameof(CheckBroker))]
    public string Broker { get; set; } = "";

    /// <summary>How long a publish waits for its confirm before it counts as unknown, in seconds.</summary>
    /// <value>10</value>
    /// <remarks>The time stands still while the broker has blocked the connection.</remarks>
    [ConfigurationKeyName("PUBLISH_SECONDS")]
    [Range(1, 300, ErrorMessage = "TTS_PUBLISH_SECONDS must be 1 to 300")]
    public int PublishSeconds { get; set; } = 10;

    /// <summary>Heartbeat in seconds. A dead peer is given up after more than two whole intervals.</summary>
    /// <value>5</value>
    [ConfigurationKeyName("HEARTBEAT_SECONDS")]
    [Range(1, 60, ErrorMessage = "TTS_HEARTBEAT_SECONDS must be 1 to 60")]
    public int HeartbeatSeconds { get; set; } = 5;

    /// <summary>The URIs of <see cref="Broker"/>.</summary>
    public IReadOnlyList<Uri> Endpoints => [.. Split(Broker).Select(text => new Uri(text))];

    /// <summary>The rule of <see cref="Broker"/>; on the property, so that all errors are told at once.</summary>
    public static ValidationResult? CheckBroker(string broker) => Split(broker).All(IsAmqp)
        ? ValidationResult.Success
        : new ValidationResult("TTS_BROKER must be AMQP URIs (amqp://… or amqps://…), comma separated");

    private static string[] Split(string broker) =>
        broker.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAmqp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps";
}
