using System.Security.Cryptography;
using System.Text;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>A broker in a container of its own: <c>rabbitmq:4-management</c>, or the image <c>TTS_RABBITMQ_IMAGE</c> names.</summary>
public sealed class ContainerBroker : ITestBroker
{
    private const ushort AmqpPort = 5672;
    private const ushort ManagementPort = 15672;

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);

    private readonly IContainer container;

    private ContainerBroker(IContainer container, string login)
    {
        this.container = container;
        Amqp = new Uri($"amqp://{login}@{container.Hostname}:{container.GetMappedPublicPort(AmqpPort)}");
        Management = new Uri($"http://{login}@{container.Hostname}:{container.GetMappedPublicPort(ManagementPort)}");
    }

    public Uri Amqp { get; }

    public Uri Management { get; }

    /// <summary>Starts one.</summary>
    /// <returns><see langword="null"/> where no engine answers and, with why on standard error, where the image can't be had or does not start.</returns>
    public static async Task<ContainerBroker?> TryStartAsync()
    {
        if (!await DockerEngine.AnswersAsync())
            return null;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            var container = Build(secret);
            using var patience = new CancellationTokenSource(StartPatience);
            await container.StartAsync(patience.Token);
            return new ContainerBroker(container, $"farm:{secret}");
        }
        catch (Exception error)
        {
            // Whatever keeps a container from starting, Debian's broker does as well.
            await Console.Error.WriteLineAsync($"No broker in a container: {error.Message.Split('\n')[0]}");
            return null;
        }
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();

    private static IContainer Build(string secret)
    {
        var image = Environment.GetEnvironmentVariable("TTS_RABBITMQ_IMAGE") is { Length: > 0 } given ? given : "rabbitmq:4-management";
        return new ContainerBuilder(image)
            .WithPortBinding(AmqpPort, assignRandomHostPort: true)
            .WithPortBinding(ManagementPort, assignRandomHostPort: true)
            .WithResourceMapping(Encoding.UTF8.GetBytes(BrokerSettings.Conf("farm", secret)), "/etc/rabbitmq/conf.d/90-test.conf")
            .WithResourceMapping(Encoding.UTF8.GetBytes(BrokerSettings.Advanced), "/etc/rabbitmq/advanced.config")
            .WithWaitStrategy(Wait.ForUnixContainer()
                .UntilInternalTcpPortIsAvailable(AmqpPort)
                .UntilHttpRequestIsSucceeded(request => request.ForPort(ManagementPort).ForPath("/api/overview").WithBasicAuthentication("farm", secret)))
            .Build();
    }
}
