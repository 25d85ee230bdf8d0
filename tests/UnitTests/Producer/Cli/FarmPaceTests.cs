using Shouldly;
using TtsConsumers.Producer.Cli.Hosts;
using TtsConsumers.Producer.Cli.Stats;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class FarmPaceTests
{
    private static readonly HostStats.LaneStats[] Lanes = [new(1, 1, "speaking", "a"), new(2, 1, "storing", "b"), new(3, 2, "speaking", "c"), new(4, 2, "idle", null)];

    [Fact]
    public void Between_TwoLooks_GivesRatesByTheHostsOwnClock()
    {
        var pace = FarmPace.Between(
            Look(Host(uptime: 100, done: 50, characters: 2000, audio: 400, busy: [90, 80])),
            Look([new QueueStats("tts.jobs", 90, 4), new("tts.retry.1", 6, 0), new("tts.dead", 7, 0)],
                Host(uptime: 104, done: 58, characters: 2320, audio: 460, busy: [93, 82])));

        pace.JobsPerSecond.ShouldBe(2, 1e-9);
        pace.CharactersPerSecond.ShouldBe(80, 1e-9);
        pace.AudioPerSecond.ShouldBe(15, 1e-9);
        pace.Hosts[0].Busy.ShouldBe([0.75, 0.5], 1e-9);
        pace.Busy!.Value.ShouldBe(0.625, 1e-9);
        pace.Hosts[0].Lanes.ShouldBe(new Dictionary<string, int> { ["speaking"] = 2, ["storing"] = 1, ["idle"] = 1 }, ignoreOrder: true);
        // Dead letters do not wait to be spoken.
        pace.Waiting.ShouldBe(100);
        pace.DrainSeconds!.Value.ShouldBe(50, 1e-9);
    }

    [Fact]
    public void Between_HostStartedAnew_CountsFromItsStart()
    {
        var pace = FarmPace.Between(
            Look(Host(uptime: 1000, done: 500, characters: 20_000, audio: 4000, busy: [900])), Look(Host(uptime: 10, done: 20, characters: 800, audio: 160, busy: [5])));

        pace.JobsPerSecond.ShouldBe(2, 1e-9);
        pace.Hosts[0].Busy.ShouldBe([0.5], 1e-9);
    }

    [Fact]
    public void Between_NothingAnsweredWhileJobsWait_HasNoTime()
    {
        var host = Host(uptime: 100, done: 5, characters: 0, audio: 0, busy: [0]);

        FarmPace.Between(Look(host), Look([new QueueStats("tts.jobs", 3, 0)], host with { UptimeSeconds = 102 })).DrainSeconds.ShouldBeNull();
        FarmPace.Between(Look(host), Look([new QueueStats("tts.jobs", 0, 0)], host with { UptimeSeconds = 102, InHand = 0 })).DrainSeconds.ShouldBe(0);
        FarmPace.Between(Look(host), Look(host with { UptimeSeconds = 102 })).Waiting.ShouldBeNull();
    }

    [Fact]
    public void Sentence_EverythingKnown_IsOneLine()
    {
        var pace = FarmPace.Between(
            Look(Host(uptime: 100, done: 50, characters: 2000, audio: 400, busy: [90, 80])),
            Look([new QueueStats("tts.jobs", 400, 0)], Host(uptime: 104, done: 58, characters: 2320, audio: 460, busy: [94, 84])));

        StatsView.Sentence(pace).ShouldBe("1 host: 2.0 jobs/s, 80 characters/s, 15.0 s of audio/s, instances busy 100%, 1 held; 403 wait, 3.4 min at this pace");
    }

    private static FarmLook Look(HostStats host) => new([new HostView("http://a", host)], null);

    private static FarmLook Look(IReadOnlyList<QueueStats> queues, HostStats host) => new([new HostView("http://a", host)], queues);

    private static HostStats Host(double uptime, long done, long characters, double audio, double[] busy) => new(
        "host-1", true, "Consuming", Lanes, done, 0, 0, 3, audio, uptime, Held: 1, characters, [.. busy.Select((seconds, i) => new HostStats.InstanceStats(i + 1, seconds))]);
}
