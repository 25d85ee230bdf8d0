namespace TtsConsumers.Consumer.Health;

/// <summary>Asks a running host whether it is ready; what a container's health check runs, since the image has no curl.</summary>
public static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks once.</summary>
    /// <param name="address">Where the host serves its checks.</param>
    /// <returns>The exit code: <see cref="ExitCodes.Drained"/> (0) when ready, else <see cref="ExitCodes.NotReady"/>.</returns>
    public static async Task<int> AskAsync(string address)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            // A host told to listen everywhere is asked on loopback.
            var loopback = address.Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal);
            using var answer = await client.GetAsync(new Uri(new Uri(loopback), HealthEndpoints.Ready));
            return answer.IsSuccessStatusCode ? 0 : ExitCodes.NotReady;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return ExitCodes.NotReady;
        }
    }
}
