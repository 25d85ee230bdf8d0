using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class StreamOrderTests
{
    private readonly StreamOrder order = new();

    [Fact]
    public void Arrived_WithoutStream_PassesAtOnce()
    {
        Announce("a", "b");

        Arrive("b").ShouldBe(["b"]);
        Arrive("a").ShouldBe(["a"]);
    }

    [Fact]
    public void Arrived_BeforeALowerOne_WaitsForIt()
    {
        Announce(("s0", 0), ("s1", 1), ("s2", 2));

        Arrive("s2").ShouldBeEmpty();
        Arrive("s0").ShouldBe(["s0"]);
        Arrive("s1").ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public void Arrived_AfterAGapInSeq_WaitsForNothingThatWasNotAnnounced()
    {
        Announce(("s0", 3), ("s1", 70));

        Arrive("s0").ShouldBe(["s0"]);
        Arrive("s1").ShouldBe(["s1"]);
    }

    [Fact]
    public void Arrived_InAnotherStream_DoesNotWait()
    {
        order.Announce(Jobs.Job("a0", "a", 0));
        order.Announce(Jobs.Job("b1", "b", 1));

        Arrive("b1").ShouldBe(["b1"]);
    }

    [Fact]
    public void Arrived_Failed_LetsTheNextPass()
    {
        Announce(("s0", 0), ("s1", 1));
        Arrive("s1");

        order.Arrived(Jobs.Failed("s0")).Select(result => result.Id).ShouldBe(["s0", "s1"]);
    }

    [Fact]
    public void Arrived_Twice_PassesOnce()
    {
        Announce(("s0", 0), ("s1", 1));
        Arrive("s0");

        Arrive("s0").ShouldBeEmpty();
    }

    [Fact]
    public void Arrived_NeverAnnounced_IsPassedOver() => Arrive("stranger").ShouldBeEmpty();

    [Fact]
    public void Arrived_SameSeqTwice_KeepsTheOrderOfAnnouncing()
    {
        Announce(("first", 5), ("second", 5));

        Arrive("second").ShouldBeEmpty();
        Arrive("first").ShouldBe(["first", "second"]);
    }

    [Fact]
    public void Announce_IdTwice_IsRefused()
    {
        Announce("a");

        Should.Throw<InvalidOperationException>(() => Announce("a")).Message.ShouldContain("'a'");
    }

    [Fact]
    public void Arrived_InAnyOrder_ComesOutInOrderAndWhole()
    {
        var shuffled = Gen.Shuffle(Enumerable.Range(0, 20).ToArray());

        Prop.ForAll(Arb.From(shuffled), arrivals =>
        {
            var fresh = new StreamOrder();
            for (var seq = 0; seq < arrivals.Length; seq++)
                fresh.Announce(Jobs.Job($"j{seq}", "s", seq));
            var released = arrivals.SelectMany(seq => fresh.Arrived(Jobs.Done($"j{seq}"))).Select(result => result.Id);
            return released.SequenceEqual(Enumerable.Range(0, arrivals.Length).Select(seq => $"j{seq}"));
        }).QuickCheckThrowOnFailure();
    }

    private void Announce(params string[] ids)
    {
        foreach (var id in ids)
            order.Announce(Jobs.Job(id));
    }

    private void Announce(params (string Id, long Seq)[] jobs)
    {
        foreach (var (id, seq) in jobs)
            order.Announce(Jobs.Job(id, "stream", seq));
    }

    private IEnumerable<string> Arrive(string id) => order.Arrived(Jobs.Done(id)).Select(result => result.Id);
}
