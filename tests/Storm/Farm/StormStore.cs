using System.Diagnostics;
using System.Globalization;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Tests.Kit;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>A real S3 server (npm s3rver) with a bucket, and the front that makes its faults. It ends when its standard input does.</summary>
public sealed class StormStore : IAsyncDisposable
{
    private const string Bucket = "tts-audio";
    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";
    private const string Listening = "S3rver listening on 127.0.0.1:";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private StormStore(Process process, int port, Random chance)
    {
        this.process = process;
        Front = new StoreFront(port, chance);
        Front.Start();
        Options = new StoreOptions { Store = $"s3://{Bucket}", S3Endpoint = $"http://127.0.0.1:{port}", S3PathStyle = true, StoreSeconds = 120 };
    }

    /// <summary>Where hosts come in.</summary>
    public StoreFront Front { get; }

    /// <summary>The way past the front, for who checks what is stored.</summary>
    public StoreOptions Options { get; }

    /// <summary>The settings of a host that uses it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(Credentials)
    {
        ["TTS_STORE"] = Options.Store,
        ["TTS_S3_ENDPOINT"] = Front.Endpoint.ToString(),
        ["TTS_S3_PATH_STYLE"] = "true",
        ["TTS_STORE_SECONDS"] = "5",
    };

    /// <summary>What s3rver accepts.</summary>
    private static Dictionary<string, string> Credentials { get; } = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "S3RVER",
        ["AWS_SECRET_ACCESS_KEY"] = "S3RVER",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    private static string Script => Environment.GetEnvironmentVariable("TTS_TEST_S3RVER") is { Length: > 0 } given
        ? given
        : Path.Combine(Clone.Root, ".farm/s3rver/3.7.1/node_modules/s3rver/bin/s3rver.js");

    /// <summary>Starts one.</summary>
    /// <param name="folder">Gets the objects.</param>
    /// <param name="chance">Which requests a partial fault hits.</param>
    /// <exception cref="StormException">s3rver is not installed, or does not start.</exception>
    public static async Task<StormStore> StartAsync(string folder, Random chance)
    {
        if (!File.Exists(Script))
            throw new StormException($"the storm stores audio in npm's s3rver, which is not there ({Script}): ./farm chaos installs it where there is npm");
        foreach (var (name, value) in Credentials)
            Environment.SetEnvironmentVariable(name, value);
        Directory.CreateDirectory(folder);
        var process = Process.Start(new ProcessStartInfo("node",
            ["--import", EndWithParent, Script, "-d", folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new StormStore(process, await ReadPortAsync(process.StandardOutput).WaitAsync(StartPatience), chance);
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(EndPatience);
        process.Dispose();
    }

    private static async Task<int> ReadPortAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return int.Parse(line[Listening.Length..], CultureInfo.InvariantCulture);
        }
        throw new StormException("s3rver ended before it listened; what it said is above");
    }
}
