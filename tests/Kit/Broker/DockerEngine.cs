using System.ComponentModel;
using System.Diagnostics;

namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>Whether a Docker engine answers here.</summary>
internal static class DockerEngine
{
    private static readonly Version SpokenByTestcontainers = new(1, 44);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks it, through the docker command.</summary>
    /// <remarks>
    /// Testcontainers 4.15 speaks API 1.44 and negotiates nothing; Debian 12's engine (20.10) takes 1.41 at most and says 400. So an older engine's
    /// own version is set, where Testcontainers looks for it.
    /// </remarks>
    public static async Task<bool> AnswersAsync()
    {
        if (!Version.TryParse(await AskAsync(), out var spoken))
            return false;
        if (spoken < SpokenByTestcontainers && Environment.GetEnvironmentVariable("DOCKER_API_VERSION") is null)
            Environment.SetEnvironmentVariable("DOCKER_API_VERSION", spoken.ToString());
        return true;
    }

    private static async Task<string> AskAsync()
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["version", "--format", "{{.Server.APIVersion}}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var patience = new CancellationTokenSource(Patience);
            await using var end = patience.Token.Register(() => docker.Kill());
            var answer = await docker.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return answer.Trim();
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            // No such command, or it ended while it was being killed.
            return "";
        }
    }
}
