using System.CommandLine;
using TtsConsumers.Producer.Cli.Provisioning;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts provision</c>: brings the farm onto a broker.</summary>
internal sealed class ProvisionCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<string?> admin = new("--admin")
    {
        Description = "The management URL with an administrator in it; the default is TTS_BROKER_ADMIN.",
        HelpName = "URL",
    };
    private readonly Option<string?> broker = new("--broker")
    {
        Description = "AMQP URI of the broker, comma separated for several nodes; its path is the vhost (tts). The default is TTS_BROKER.",
        HelpName = "AMQP-URI",
    };
    private readonly Option<string?> env = new("--env")
    {
        Description = "Keep the users' URIs in this file, readable to you alone; their passwords are kept.",
        HelpName = "FILE",
    };
    private readonly Option<int?> timeScale = BrokerOption.TimeScale();
    private readonly Option<string> userSuffix = new("--user-suffix")
    {
        Description = "Names the users producer-SUFFIX and so on, where several farms share a broker.",
        HelpName = "SUFFIX",
        DefaultValueFactory = _ => "",
    };
    private readonly Option<bool> remove = new("--remove")
    {
        Description = "Takes the users and the file away; the vhost and what is in it stays.",
    };

    public ProvisionCommand(CliContext context)
        : base(
            "provision",
            "Makes vhost, exchanges, queues, policies and the four users. Doing it again changes nothing. "
                + "Passwords are TTS_PASSWORD_PRODUCER …, else those in --env, else new ones.",
            "tts provision --admin http://guest:guest@127.0.0.1:15672 --broker amqp://127.0.0.1:5672/tts --env farm.env",
            "TTS_PASSWORD_PRODUCER=… TTS_PASSWORD_CONSUMER=… tts provision --admin http://admin:secret@127.0.0.1:15672 --broker amqp://127.0.0.1")
    {
        this.context = context;
        foreach (var option in (Option[])[admin, broker, env, timeScale, userSuffix, remove])
            Options.Add(option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var address = BrokerOption.ManagementAddress(line.GetValue(admin) ?? context.Settings.Admin);
        var endpoints = new BrokerOptions { Broker = line.GetValue(broker) ?? context.Settings.BrokerToCheck }.Endpoints;
        using var api = new ManagementApi(address);
        var provisioner = new BrokerProvisioner(api, endpoints);
        var file = line.GetValue(env) is { } path ? new FarmEnvFile(path) : null;
        var suffix = line.GetValue(userSuffix)!;
        if (line.GetValue(remove))
        {
            await provisioner.RemoveUsersAsync(suffix, cancellation);
            file?.Delete();
            return ExitCodes.Ok;
        }
        var vhost = BrokerOption.VhostOf(endpoints[0]);
        var definitions = BrokerDefinitions.Shipped.ForVhost(vhost).WithTimeScale(line.GetValue(timeScale) ?? 1);
        var passwords = Passwords.Gather(context.Settings, file?.ReadPasswords());
        var uris = await provisioner.ProvisionAsync(definitions, FarmUsers.Generate(suffix, passwords), cancellation);
        file?.Write(uris, address);
        return ExitCodes.Ok;
    }
}
