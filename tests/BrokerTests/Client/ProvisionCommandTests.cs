using System.Security.Cryptography;
using Shouldly;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary><c>tts provision</c> on a vhost of its own, as a process.</summary>
public sealed class ProvisionCommandTests : IAsyncLifetime
{
    private readonly BrokerFixture broker;
    private readonly string name = $"test-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";
    private readonly string file;
    private readonly Dictionary<string, string> nothing = [];

    public ProvisionCommandTests(BrokerFixture broker)
    {
        this.broker = broker;
        file = Path.Combine(Path.GetTempPath(), $"{name}.env");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var provisioner = new BrokerProvisioner(broker.Admin, [broker.Amqp]);
        await provisioner.RemoveUsersAsync(name, CancellationToken.None);
        await provisioner.RemoveVhostAsync(name, CancellationToken.None);
        File.Delete(file);
    }

    [Fact]
    public async Task Provision_NewVhost_CanBeCheckedWithTheUrisItWrote()
    {
        (await ProvisionAsync(nothing, "--env", file)).ExitCode.ShouldBe(0);

        var settings = await SettingsAsync();
        (await TtsProcess.RunAsync(settings, "", Cancellation, "check")).ExitCode.ShouldBe(0);
        (await TtsProcess.RunAsync(settings, "", Cancellation, "doctor")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Provision_Again_KeepsThePasswords()
    {
        await ProvisionAsync(nothing, "--env", file);
        var before = await File.ReadAllTextAsync(file, Cancellation);

        (await ProvisionAsync(nothing, "--env", file)).ExitCode.ShouldBe(0);

        (await File.ReadAllTextAsync(file, Cancellation)).ShouldBe(before);
    }

    [Fact]
    public async Task Provision_PasswordInTheEnvironment_IsUsedWithoutAFile()
    {
        var given = new Dictionary<string, string> { ["TTS_PASSWORD_PRODUCER"] = "from/outside" };

        (await ProvisionAsync(given)).ExitCode.ShouldBe(0);

        var uri = new UriBuilder(broker.Amqp) { UserName = $"producer-{name}", Password = "from%2Foutside", Path = name }.Uri.AbsoluteUri;
        await using var connection = await FarmVhost.ConnectAsync(uri, Cancellation);
        connection.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Provision_Remove_TakesUsersAndFileAndLeavesTheVhost()
    {
        await ProvisionAsync(nothing, "--env", file);
        var settings = await SettingsAsync();

        (await ProvisionAsync(nothing, "--env", file, "--remove")).ExitCode.ShouldBe(0);

        File.Exists(file).ShouldBeFalse();
        (await TtsProcess.RunAsync(settings, "", Cancellation, "check")).ExitCode.ShouldBe(3);
        (await broker.Admin.GetAsync($"vhosts/{name}", Cancellation)).GetProperty("name").GetString().ShouldBe(name);
    }

    private Task<(int ExitCode, string Output, string Error)> ProvisionAsync(Dictionary<string, string> settings, params string[] more) => TtsProcess.RunAsync(
        settings,
        "",
        Cancellation,
        ["provision", "--admin", broker.Management.AbsoluteUri, "--broker", new UriBuilder(broker.Amqp) { Path = name }.Uri.AbsoluteUri, "--user-suffix", name, .. more]);

    private async Task<Dictionary<string, string>> SettingsAsync() =>
        (await File.ReadAllLinesAsync(file, Cancellation)).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
