using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TtsConsumers.Shared.Topology.Definitions;

namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>RabbitMQ's management HTTP API, as one user of it.</summary>
/// <remarks>Paths are those below <c>/api/</c>; their parts are escaped by <see cref="PathOf"/>.</remarks>
public sealed class ManagementApi : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly string where;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">With the user in it: <c>http://user:password@127.0.0.1:15672</c>.</param>
    /// <exception cref="ArgumentException">It is not an HTTP address or names no user.</exception>
    public ManagementApi(Uri address)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: > 0 })
            throw new ArgumentException("the management address must look like http://user:password@127.0.0.1:15672", nameof(address));
        var login = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        User = login[0];
        where = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        http = new HttpClient { BaseAddress = new Uri($"{where}/api/"), Timeout = Limit };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', login))));
    }

    /// <summary>The user it speaks as.</summary>
    public string User { get; }

    /// <summary>The management address of one broker with the user and password of an AMQP URI, e.g. the monitor's.</summary>
    /// <param name="management">The management address, with any user or none.</param>
    /// <param name="amqp">An AMQP URI with a user.</param>
    public static Uri AddressAs(Uri management, Uri amqp)
    {
        var login = amqp.UserInfo.Split(':', 2);
        return new UriBuilder(management) { UserName = login[0], Password = login.Length > 1 ? login[1] : "" }.Uri;
    }

    /// <summary>Joins parts to a path, each escaped: a vhost may be called <c>/</c>.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var path = new StringBuilder();
        foreach (var part in parts)
            path.Append(path.Length > 0 ? "/" : "").Append(Uri.EscapeDataString(part));
        return path.ToString();
    }

    /// <summary>Reads something.</summary>
    /// <param name="path">Where, e.g. <c>exchanges/tts</c>; may have a query.</param>
    /// <param name="type">What it is read as.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="ManagementApiException">No answer, or not the one asked for.</exception>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var body = await SendAsync(HttpMethod.Get, path, null, cancellation).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("nothing there");
        }
        catch (JsonException error)
        {
            throw new ManagementApiException($"GET {path} at {where} answered something unexpected: is that RabbitMQ's management API?", error);
        }
    }

    /// <summary>Reads something of no fixed shape.</summary>
    /// <inheritdoc cref="GetAsync{T}"/>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        GetAsync(path, DefinitionsJson.Default.JsonElement, cancellation);

    /// <summary>Makes or replaces something.</summary>
    /// <param name="path">Where.</param>
    /// <param name="json">What: UTF-8 JSON.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="ManagementApiException">No answer, or a refusal.</exception>
    public Task PutAsync(string path, byte[] json, CancellationToken cancellation) => SendAsync(HttpMethod.Put, path, json, cancellation);

    /// <summary>Makes something at a place that RabbitMQ names.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public Task PostAsync(string path, byte[] json, CancellationToken cancellation) => SendAsync(HttpMethod.Post, path, json, cancellation);

    /// <summary>Takes something away; that it is not there is as good.</summary>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="ManagementApiException">No answer, or a refusal.</exception>
    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, path, null, cancellation).ConfigureAwait(false);
        }
        catch (ManagementApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            // Somebody was faster.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<byte[]> SendAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null)
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? body : throw Refusal($"{method} {path}", response.StatusCode, body);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ManagementApiException(
                $"no answer from RabbitMQ's management API at {where} ({error.Message}): check TTS_BROKER_ADMIN and that rabbitmq_management is enabled", error);
        }
    }

    private ManagementApiException Refusal(string what, HttpStatusCode status, byte[] body)
    {
        var said = $"{what} at {where} as '{User}' answered {(int)status} {Reason(body)}";
        return new ManagementApiException(
            status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? $"{said}: check the user, its password and its tags" : said, status);
    }

    private static string Reason(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.GetProperty("reason").ToString().ReplaceLineEndings(" ");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return "";
        }
    }
}
