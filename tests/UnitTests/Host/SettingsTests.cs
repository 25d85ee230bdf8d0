using Microsoft.Extensions.Configuration;
using Shouldly;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.InHand;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Host;

public sealed class SettingsTests
{
    private static readonly (string, string)[] Enough = [("BROKER", "amqp://u:p@127.0.0.1:5672/tts"), ("STORE", "file:///tmp/audio")];

    [Fact]
    public void Read_OnlyWhatIsRequired_HasTheDocumentedDefaults()
    {
        var settings = Read(Enough);

        (settings.Host.Lanes, settings.Host.MaxAttempts, settings.Host.TextLimit, settings.Host.DrainSeconds, settings.Host.HoldMinutes, settings.Host.IdleSeconds)
            .ShouldBe((0, 5, 500, 30, 20, 15));
        settings.Host.Health.ShouldBe("http://127.0.0.1:8090");
        (settings.Speech.Models, settings.Speech.Model, settings.Speech.Lexicon, settings.Speech.Instances).ShouldBe(("models", "kokoro-82m-v1.0", "lexicon", 1));
        (settings.Broker.PublishSeconds, settings.Broker.HeartbeatSeconds).ShouldBe((10, 5));
        (settings.Speech.ModelSeconds, settings.Speech.ModelFactor, settings.Host.StuckSeconds).ShouldBe((60, 10, 1800));
        settings.StopPoint.At.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 8, 9)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 8, 5)]
    public void LanesFor_SetOrNot_IsTheSettingOrOneMoreThanABatch(int set, int batch, int lanes) =>
        new HostSettings { Lanes = set }.LanesFor(batch).ShouldBe(lanes);

    [Fact]
    public void Read_EveryKind_TakesNumbersFlagsNamesAndLists()
    {
        var settings = Read([.. Enough, ("LANES", "3"), ("GAIN_DB", "-4.5"), ("S3_PATH_STYLE", "true"), ("STOP_AT", "AudioPut"), ("BROKER", "amqp://a, amqps://b")]);

        settings.Host.Lanes.ShouldBe(3);
        settings.Host.GainDb.ShouldBe(-4.5);
        settings.Store.S3PathStyle.ShouldBeTrue();
        settings.StopPoint.At.ShouldBe(Stage.AudioPut);
        settings.Broker.Endpoints.ShouldBe([new Uri("amqp://a"), new Uri("amqps://b")]);
    }

    [Fact]
    public void Read_ManyMistakes_AreAllNamedAtOnceByTheirVariables()
    {
        var error = Should.Throw<SettingsException>(() => Read(
            [("LANES", "99"), ("TEXT_LIMIT", "many"), ("INSTANCES", "0"), ("S3_PATH_STYLE", "maybe"), ("HEALTH", "ftp://x"), ("STORE", "tape://1"),
             ("PROVIDER", "abacus"), ("STOP_AT", "Lunch"), ("HEARTBEAT_SECONDS", "-1"), ("GAIN_DB", "25")]));

        string[] variables = ["LANES", "TEXT_LIMIT", "INSTANCES", "S3_PATH_STYLE", "HEALTH", "STORE", "PROVIDER", "STOP_AT", "HEARTBEAT_SECONDS", "GAIN_DB", "BROKER"];
        error.Errors.Select(sentence => sentence.Split(' ')[0].TrimEnd(':')).ShouldBe(variables.Select(name => $"TTS_{name}"), ignoreOrder: true);
    }

    [Fact]
    public void Read_BrokerThatIsNoUri_IsRefusedWithoutRepeatingIt()
    {
        var error = Should.Throw<SettingsException>(() => Read([("BROKER", "http://user:secret@host"), ("STORE", "file:///tmp")]));

        error.Message.ShouldContain("TTS_BROKER");
        error.Message.ShouldNotContain("secret");
    }

    private static CheckedSettings Read(IEnumerable<(string Key, string Value)> values) => CheckedSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.GroupBy(one => one.Key).ToDictionary(one => one.Key, one => (string?)one.Last().Value)).Build());
}
