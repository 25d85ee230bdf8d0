using System.Net.Http.Json;
using System.Text.Json;

namespace TtsConsumers.Producer.Cli.Hosts;

/// <summary>Asks hosts what they are doing.</summary>
/// <param name="hosts">Addresses, comma separated; or <c>@</c> and a file of them, read anew each time, since hosts come and go.</param>
internal sealed class HostWatch(string hosts) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly char[] Separators = [',', '\n', '\r', ' '];

    private readonly HttpClient http = new() { Timeout = Patience };

    /// <summary>Asks all of them at once.</summary>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>One view an address, in the order given.</returns>
    public async Task<IReadOnlyList<HostView>> AskAsync(CancellationToken cancellation) =>
        await Task.WhenAll((await AddressesAsync(cancellation)).Select(address => AskAsync(address, cancellation)));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<string>> AddressesAsync(CancellationToken cancellation)
    {
        var list = hosts is ['@', .. var file] ? await ReadAsync(file, cancellation) : hosts;
        return list.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Without the file there are no hosts: who keeps it has not written it yet.</summary>
    private static async Task<string> ReadAsync(string file, CancellationToken cancellation) =>
        File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : "";

    private async Task<HostView> AskAsync(string address, CancellationToken cancellation)
    {
        try
        {
            var stats = await http.GetFromJsonAsync(new Uri($"{address.TrimEnd('/')}/stats"), CliJson.Line.HostStats, cancellation);
            return new HostView(address, stats);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or UriFormatException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new HostView(address, null);
        }
    }
}
