using System.Diagnostics;
using System.Globalization;

[assembly: AssemblyFixture(typeof(TtsConsumers.Tests.StorageTests.S3Server))]

namespace TtsConsumers.Tests.StorageTests;

/// <summary>
/// A real S3-compatible server (npm s3rver) on a free loopback port, one for the run, with one bucket. Its files are in a private folder that goes
/// with it, and it ends when its standard input does, so that a killed test run leaves nothing behind.
/// </summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "tts-audio";

    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";
    private const string Listening = "S3rver listening on 127.0.0.1:";

    private readonly string folder = Directory.CreateTempSubdirectory("tts-s3-").FullName;
    private Process? process;

    /// <summary>Its address; skips the calling test, with the reason, where s3rver is not installed.</summary>
    public Uri Endpoint
    {
        get
        {
            Assert.SkipWhen(field is null, $"s3rver is not installed: ./farm test does it, or set TTS_TEST_S3RVER to its bin/s3rver.js ({Script})");
            return field!;
        }
        private set;
    }

    private static string Script => Environment.GetEnvironmentVariable("TTS_TEST_S3RVER") is { Length: > 0 } given
        ? given
        : Path.Combine(RepositoryRoot(), ".farm/s3rver/3.7.1/node_modules/s3rver/bin/s3rver.js");

    public async ValueTask InitializeAsync()
    {
        // What s3rver accepts. The stores take their credentials from the SDK's own chain, so the chain is what is tried here.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        if (!File.Exists(Script))
            return;
        process = Process.Start(new ProcessStartInfo("node",
            ["--import", EndWithParent, Script, "-d", folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Endpoint = await ReadAddressAsync(process.StandardOutput).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
            process.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Uri> ReadAddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return new Uri($"http://127.0.0.1:{int.Parse(line[Listening.Length..], CultureInfo.InvariantCulture)}");
        }
        throw new InvalidOperationException("s3rver ended before it listened; what it said is above");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TtsConsumers.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
