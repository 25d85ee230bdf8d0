using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Doctor;

namespace TtsConsumers.Shared.Topology;

/// <summary>
/// The check at start: whether every exchange and queue of the farm is there, by passive declares over AMQP. That compares nothing but names; the
/// doctor compares the rest.
/// </summary>
public static class TopologyCheck
{
    /// <summary>Names what is missing.</summary>
    /// <param name="connection">An open connection, of any user.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A sentence for each missing thing; empty where all is there or, by a broker's rules, cannot be looked at.</returns>
    /// <exception cref="OperationInterruptedException">The connection broke.</exception>
    public static async Task<IReadOnlyList<string>> MissingAsync(IConnection connection, CancellationToken cancellation) =>
        [.. (await ExamineAsync(connection, cancellation).ConfigureAwait(false))
            .Where(finding => finding.Kind == FindingKind.Missing).Select(finding => finding.ToString())];

    /// <summary>Looks for every exchange and queue of the shipped definitions.</summary>
    /// <param name="connection">An open connection, of any user.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A finding for each that is missing, and one <see cref="FindingKind.NotChecked"/> for each that may not be looked at.</returns>
    /// <exception cref="OperationInterruptedException">The connection broke.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IConnection connection, CancellationToken cancellation)
    {
        var findings = new List<Finding?>();
        foreach (var exchange in BrokerDefinitions.Shipped.Exchanges.Select(exchange => exchange.Name))
        {
            findings.Add(await LookAsync(
                connection, $"exchange {exchange}", channel => channel.ExchangeDeclarePassiveAsync(exchange, cancellation), cancellation).ConfigureAwait(false));
        }
        foreach (var queue in BrokerDefinitions.Shipped.Queues.Select(queue => queue.Name))
        {
            findings.Add(await LookAsync(
                connection, $"queue {queue}", channel => channel.QueueDeclarePassiveAsync(queue, cancellation), cancellation).ConfigureAwait(false));
        }
        return [.. findings.OfType<Finding>()];
    }

    /// <summary>One channel a look: a name that is not there closes the channel it was asked on.</summary>
    private static async Task<Finding?> LookAsync(
        IConnection connection, string subject, Func<IChannel, Task> declare, CancellationToken cancellation)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            try
            {
                await declare(channel).ConfigureAwait(false);
                return null;
            }
            catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                return Finding.Missing(subject) with { Problem = $"is missing ({error.ShutdownReason.ReplyText})" };
            }
            catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.AccessRefused)
            {
                // Brokers differ in the right a passive declare needs: none on 3.10, configure on 4.2.6 and 4.3.0, any right after.
                return new(FindingKind.NotChecked, subject, "can't be looked at by this user on this broker", "nothing, or ask the doctor");
            }
        }
    }
}
