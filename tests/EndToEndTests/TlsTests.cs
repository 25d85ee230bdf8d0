using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>A broker behind TLS: <c>amqps://</c> with a certificate that is trusted, and with one that is not.</summary>
public sealed class TlsTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Amqps_TrustedCertificate_TheJobIsDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("tls", Cancellation);
        await using var door = new TlsDoor(new Uri(scene.Vhost.Uris.Consumer).Port, scene.Folder);
        await scene.HostAsync(Cancellation, ("TTS_BROKER", door.Through(scene.Vhost.Uris.Consumer)), ("SSL_CERT_FILE", door.Authority));

        await scene.PublishRawAsync("""{"id":"secret","text":"加密的一句话。"}"""u8.ToArray(), new() { ReplyTo = "tls" }, Cancellation);
        var (result, _) = await results.NextAsync(Cancellation);

        result.Status.ShouldBe(ResultStatus.Done);
        door.Handshakes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Amqps_CertificateOfSomebodyElse_NeverConnectsAndSaysWhy()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var door = new TlsDoor(new Uri(scene.Vhost.Uris.Consumer).Port, scene.Folder);
        var host = scene.StartHost(("TTS_BROKER", door.Through(scene.Vhost.Uris.Consumer)));

        await host.UntilAsync(async () => (await File.ReadAllTextAsync(host.LogFile, Cancellation)).Contains("certificate", StringComparison.Ordinal), "told", Cancellation);

        (await host.AskAsync("/health/ready", Cancellation)).ShouldBe(503);
    }

    /// <summary>Takes TLS connections and passes them on to a port without it.</summary>
    private sealed class TlsDoor : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource closing = new();
        private readonly X509Certificate2 certificate;
        private readonly int target;
        private readonly Task accepting;
        private int handshakes;

        public TlsDoor(int target, string folder)
        {
            this.target = target;
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
            var now = TimeProvider.System.GetUtcNow();
            certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            Authority = Path.Combine(folder, "authority.pem");
            File.WriteAllText(Authority, certificate.ExportCertificatePem());
            listener.Start();
            accepting = AcceptAsync();
        }

        /// <summary>The file of certificates to trust.</summary>
        public string Authority { get; }

        public int Handshakes => Volatile.Read(ref handshakes);

        public string Through(string uri) =>
            new UriBuilder(uri) { Scheme = "amqps", Host = "localhost", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri.AbsoluteUri;

        public async ValueTask DisposeAsync()
        {
            await closing.CancelAsync();
            listener.Dispose();
            await accepting;
            certificate.Dispose();
            closing.Dispose();
        }

        private async Task AcceptAsync()
        {
            List<Task> links = [];
            try
            {
                while (true)
                    links.Add(LinkAsync(await listener.AcceptTcpClientAsync(closing.Token)));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                // The door is closing.
            }
            await Task.WhenAll(links);
        }

        private async Task LinkAsync(TcpClient client)
        {
            using var link = client;
            try
            {
                await using var outside = new SslStream(client.GetStream());
                await outside.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, closing.Token);
                using var inside = new TcpClient();
                await inside.ConnectAsync(IPAddress.Loopback, target, closing.Token);
                Interlocked.Increment(ref handshakes);
                await Task.WhenAny(outside.CopyToAsync(inside.GetStream(), closing.Token), inside.GetStream().CopyToAsync(outside, closing.Token));
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or would not trust us.
            }
        }
    }
}
