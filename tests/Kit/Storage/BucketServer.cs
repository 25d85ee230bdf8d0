using System.Diagnostics;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.Kit.Storage;

/// <summary>A real S3-compatible server (npm s3rver) on a free loopback port, with one bucket. It ends when its standard input does.</summary>
public sealed class BucketServer : IAsyncDisposable
{
    private const string Bucket = "tts-audio";
    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";
    private const string Listening = "S3rver listening on 127.0.0.1:";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private BucketServer(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>What s3rver accepts; hosts that inherit this process's environment have it.</summary>
    public static IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "S3RVER",
        ["AWS_SECRET_ACCESS_KEY"] = "S3RVER",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>For who reads from it in this process.</summary>
    public StoreOptions Options => new() { Store = $"s3://{Bucket}", S3Endpoint = $"http://127.0.0.1:{Port}", S3PathStyle = true };

    private static string Script => Environment.GetEnvironmentVariable("TTS_TEST_S3RVER") is { Length: > 0 } given
        ? given
        : Path.Combine(Clone.Root, ".farm/s3rver/3.7.1/node_modules/s3rver/bin/s3rver.js");

    /// <summary>What a test that needs one is skipped with; <see langword="null"/> where s3rver is installed.</summary>
    public static string? Missing =>
        File.Exists(Script) ? null : $"s3rver is not installed: ./farm test does it, or set TTS_TEST_S3RVER to its bin/s3rver.js ({Script})";

    /// <summary>Starts one.</summary>
    /// <param name="folder">Gets the objects.</param>
    /// <exception cref="InvalidOperationException">s3rver is not installed, or does not start.</exception>
    public static async Task<BucketServer> StartAsync(string folder)
    {
        if (Missing is { } missing)
            throw new InvalidOperationException(missing);
        foreach (var (name, value) in Credentials)
            Environment.SetEnvironmentVariable(name, value);
        Directory.CreateDirectory(folder);
        var process = Process.Start(new ProcessStartInfo("node",
            ["--import", EndWithParent, Script, "-d", folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new BucketServer(process, await PortAsync(process.StandardOutput).WaitAsync(StartPatience));
    }

    /// <summary>The settings of a host that finds it on a port, its own or a proxy's.</summary>
    public (string Name, string Value)[] SettingsAt(int port) =>
        [("TTS_STORE", Options.Store), ("TTS_S3_ENDPOINT", $"http://127.0.0.1:{port}"), ("TTS_S3_PATH_STYLE", "true")];

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(EndPatience);
        process.Dispose();
    }

    private static async Task<int> PortAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return int.Parse(line[Listening.Length..]);
        }
        throw new InvalidOperationException("s3rver ended before it listened; what it said is above");
    }
}
