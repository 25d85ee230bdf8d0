using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Doctor;

namespace TtsConsumers.Producer.Cli;

/// <summary>Looks whether the farm is on a broker before anything is asked of it.</summary>
internal static class FarmCheck
{
    /// <summary>Looks over AMQP.</summary>
    /// <param name="context">Clock, chance and log.</param>
    /// <param name="broker">AMQP URIs.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">No endpoint answered.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CliContext context, string broker, CancellationToken cancellation)
    {
        var (time, chance, _) = context.Surroundings;
        var connector = new BrokerConnector(Options(broker), time, chance, context.Logger<BrokerConnector>());
        await using var connection = await connector.OpenOnceAsync("tts check", cancellation);
        var findings = await TopologyCheck.ExamineAsync(connection, cancellation);
        await connection.CloseAsync(cancellation);
        return findings;
    }

    /// <summary>Looks, and ends the command where something is missing.</summary>
    /// <exception cref="CommandFailedException">With what is missing.</exception>
    public static async Task EnsureAsync(CliContext context, string broker, CancellationToken cancellation)
    {
        var missing = (await ExamineAsync(context, broker, cancellation)).Where(finding => finding.Kind == FindingKind.Missing).ToList();
        if (missing.Count > 0)
            throw NotProvisioned(missing);
    }

    /// <summary>The one sentence for a broker without the farm.</summary>
    public static CommandFailedException NotProvisioned(IReadOnlyList<Finding> missing) => new(
        ExitCodes.NotReady,
        $"the broker is not provisioned, missing are {string.Join(", ", missing.Select(finding => finding.Subject))}; "
        + "run 'tts provision', or ask who runs the broker");

    private static BrokerOptions Options(string broker)
    {
        var options = new BrokerOptions { Broker = broker };
        System.ComponentModel.DataAnnotations.Validator.ValidateObject(
            options, new System.ComponentModel.DataAnnotations.ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
