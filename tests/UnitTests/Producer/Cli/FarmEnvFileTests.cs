using Shouldly;
using TtsConsumers.Producer.Cli.Provisioning;
using TtsConsumers.Shared.Topology.Provisioning;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class FarmEnvFileTests : IDisposable
{
    private static readonly FarmUris Uris = new(
        "amqp://producer:p%2F1@127.0.0.1:5672/tts,amqp://producer:p%2F1@127.0.0.2:5672/tts",
        "amqp://consumer:c@127.0.0.1:5672/tts", "amqp://operator:o@127.0.0.1:5672/tts", "amqp://monitor:m@127.0.0.1:5672/tts");

    private readonly string folder = Directory.CreateTempSubdirectory("tts-env-").FullName;

    private string Path => System.IO.Path.Combine(folder, "deep", "farm.env");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Write_Uris_AreKeyValueLinesForTheOwnerAlone()
    {
        new FarmEnvFile(Path).Write(Uris, new Uri("http://admin:secret@127.0.0.1:15672"));

        (await File.ReadAllLinesAsync(Path, TestContext.Current.CancellationToken)).ShouldBe(
        [
            $"TTS_BROKER_PRODUCER={Uris.Producer}",
            $"TTS_BROKER_CONSUMER={Uris.Consumer}",
            $"TTS_BROKER_OPERATOR={Uris.Operator}",
            $"TTS_BROKER_MONITOR={Uris.Monitor}",
            "TTS_BROKER_ADMIN=http://admin:secret@127.0.0.1:15672/",
        ]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void ReadPasswords_OfAnEarlierWrite_AreThoseOfTheUris()
    {
        var file = new FarmEnvFile(Path);
        file.Write(Uris, new Uri("http://admin:secret@127.0.0.1:15672"));

        file.ReadPasswords().ShouldBe(
            new Dictionary<string, string> { ["producer"] = "p/1", ["consumer"] = "c", ["operator"] = "o", ["monitor"] = "m" }, ignoreOrder: true);
    }

    [Fact]
    public void ReadPasswords_NoFile_AreNone() => new FarmEnvFile(Path).ReadPasswords().ShouldBeEmpty();

    [Fact]
    public async Task ReadPasswords_LineThatIsNoUri_IsPassedOver()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await File.WriteAllTextAsync(Path, "TTS_BROKER_PRODUCER=nonsense\n", TestContext.Current.CancellationToken);

        new FarmEnvFile(Path).ReadPasswords().ShouldBeEmpty();
    }
}
