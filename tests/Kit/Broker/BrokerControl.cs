using System.Diagnostics;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>A private broker from its operating system's side: its process, and <c>rabbitmqctl</c>.</summary>
public sealed class BrokerControl
{
    private const string Rabbitmqctl = "/usr/lib/rabbitmq/bin/rabbitmqctl";

    private readonly string folder;

    private BrokerControl(string folder, int processId)
    {
        this.folder = folder;
        ProcessId = processId;
    }

    /// <summary>The process that is the broker.</summary>
    public int ProcessId { get; }

    /// <summary>Runs <c>rabbitmqctl</c>, that of the broker's own root folder where it has one.</summary>
    /// <returns>What it said.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)} ended with {process.ExitCode}: {await said}{await complained}");
    }

    /// <summary>Evaluates an Erlang expression in the broker.</summary>
    public Task<string> EvaluateAsync(string expression) => RunAsync("eval", expression);

    internal static BrokerControl Of(string folder)
    {
        var file = Directory.GetFiles(Path.Combine(folder, "mnesia"), "*.pid").Single();
        return new BrokerControl(folder, int.Parse(File.ReadAllText(file)));
    }

    private ProcessStartInfo Command(string[] arguments)
    {
        var root = $"/proc/{ProcessId}/root";
        string[] inRoot = new DirectoryInfo(root).LinkTarget is null or "/" ? [] : ["chroot", root];
        string[] command = [.. inRoot, Rabbitmqctl, "--quiet", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var name in (string[])["RABBITMQ_NODENAME", "RABBITMQ_CONF_ENV_FILE", "ERL_EPMD_PORT"])
            start.Environment[name] = OwnSetting(name);
        return start;
    }

    private string OwnSetting(string name) => File.ReadAllText($"/proc/{ProcessId}/environ").Split('\0')
        .First(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}
