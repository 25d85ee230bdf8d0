using System.Reflection;
using RabbitMQ.Client;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>Passes everything on to a real connection and counts the channels that are opened.</summary>
public class CountedConnection : DispatchProxy
{
    private IConnection connection = null!;

    public int Channels { get; private set; }

    public static (IConnection Connection, CountedConnection Count) Around(IConnection connection)
    {
        var counted = Create<IConnection, CountedConnection>();
        var count = (CountedConnection)counted;
        count.connection = connection;
        return (counted, count);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IConnection.CreateChannelAsync))
            Channels++;
        return targetMethod.Invoke(connection, args);
    }
}
