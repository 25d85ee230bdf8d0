using System.Diagnostics;
using System.Net;
using TtsConsumers.Tests.ClusterTests.Network;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.ClusterTests.Brokers;

/// <summary>One RabbitMQ node of the cluster: in a network namespace and a folder of its own, with its queues kept from one start to the next.</summary>
/// <param name="number">From 1.</param>
/// <param name="inside">Where it runs.</param>
/// <param name="folder">Its own, made already.</param>
/// <param name="secrets">What all nodes share.</param>
internal sealed class BrokerNode(int number, NetworkNamespace inside, string folder, ClusterSecrets secrets) : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? process;

    /// <summary>RabbitMQ's own start script: <c>TTS_RABBITMQ_PROGRAM</c>, else Debian's.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("TTS_RABBITMQ_PROGRAM") is { Length: > 0 } given ? given : "/usr/lib/rabbitmq/bin/rabbitmq-server";

    /// <summary>From 1.</summary>
    public int Number => number;

    /// <summary>Its name among the nodes.</summary>
    public string Name => NameOf(number);

    /// <summary>Where clients find it, as the administrator; no vhost.</summary>
    public Uri Amqp => new($"amqp://{secrets.Login}@{Address}:5672");

    /// <summary>Its management API, as the administrator.</summary>
    public Uri Management => new($"http://{secrets.Login}@{Address}:15672");

    private string Address => ClusterNetwork.Address(number, Side.Clients);

    private string LogFile => Path.Combine(folder, "broker.log");

    /// <summary>Writes its settings, once, before its first start.</summary>
    /// <param name="count">How many nodes the cluster has.</param>
    public void Configure(int count)
    {
        var peers = Enumerable.Range(1, count).Select(peer => $"cluster_formation.classic_config.nodes.{peer} = {NameOf(peer)}\n");
        File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), BrokerSettings.Conf(ClusterSecrets.User, secrets.Password) + $"""
            listeners.tcp.1 = {Address}:5672
            management.tcp.ip = {Address}
            management.tcp.port = 15672
            cluster_partition_handling = pause_minority
            cluster_formation.peer_discovery_backend = classic_config

            """ + string.Concat(peers));
        File.WriteAllText(Path.Combine(folder, "advanced.config"), BrokerSettings.Advanced);
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management].\n");
        File.WriteAllText(Path.Combine(folder, "rabbitmq-env.conf"), "");
        var cookie = Path.Combine(folder, ".erlang.cookie");
        File.WriteAllText(cookie, secrets.Cookie);
        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
    }

    /// <summary>Starts it, and waits until it serves clients.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = inside.Inside("sh", "-c", "exec \"$0\" >>\"$1\" 2>&1", Program, LogFile);
        start.WorkingDirectory = folder;
        start.Environment.Clear();
        foreach (var (name, value) in Surroundings())
            start.Environment[name] = value;
        process = Process.Start(start)!;
        var began = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(cancellation))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > StartPatience)
                throw new InvalidOperationException($"{Name} did not start:\n{string.Join('\n', (await File.ReadAllLinesAsync(LogFile, cancellation)).TakeLast(30))}");
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>SIGTERM, and waits until it is down.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        Signal.Send(process!.Id, Signal.Term);
        await process.WaitForExitAsync(cancellation).WaitAsync(EndPatience, cancellation);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        process!.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    /// <summary>Forgets the process; the namespace ends it.</summary>
    public void Dispose()
    {
        process?.Dispose();
        http.Dispose();
    }

    private static string NameOf(int node) => $"rabbit@{ClusterNetwork.Address(node, Side.Peers)}";

    /// <summary>
    /// Nothing of the machine's settings. RUNNING_UNDER_SYSTEMD makes the script become the Erlang machine, so that the process is the broker itself.
    /// </summary>
    private Dictionary<string, string> Surroundings()
    {
        var mnesia = Path.Combine(folder, "mnesia");
        var surroundings = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["LANG"] = "C",
            ["HOME"] = folder,
            ["RUNNING_UNDER_SYSTEMD"] = "true",
            ["RABBITMQ_NODENAME"] = Name,
            ["RABBITMQ_USE_LONGNAME"] = "true",
            ["RABBITMQ_LOGS"] = LogFile,
            ["RABBITMQ_LOG_BASE"] = folder,
            ["RABBITMQ_MNESIA_BASE"] = mnesia,
            ["ERL_CRASH_DUMP"] = Path.Combine(folder, "erl_crash.dump"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "rabbitmq-env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        };
        foreach (var (name, value) in FarmRun.Mark)
            surroundings[name] = value;
        return surroundings;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            // Without a user: 401 comes from a management API that is up, and it comes up last.
            using var answer = await http.GetAsync(new Uri($"http://{Address}:15672/api/overview"), cancellation);
            return answer.StatusCode == HttpStatusCode.Unauthorized;
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
