using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Storm.Ledger;
using Xunit;

namespace TtsConsumers.Tests.StormTests;

/// <summary>An oracle is worth what it finds: each broken promise is put before it once.</summary>
public sealed class StormLedgerTests
{
    [Fact]
    public void Of_EveryJobEndedAsItShould_CountsAndFindsNothing()
    {
        var ledger = Draw(
            [Sent("a"), Sent("b", PublishOutcome.Unknown), Sent("c", PublishOutcome.Unknown), Sent("d", PublishOutcome.Refused), Sent("poison", kind: JobKind.Poison)],
            [Done("a"), Done("b"), Failed("poison")],
            letters: ["poison"]);

        ledger.Breaches.ShouldBeEmpty();
        (ledger.Confirmed, ledger.Unknown, ledger.Refused, ledger.Recovered, ledger.Done, ledger.Dead, ledger.Duplicated).ShouldBe((2, 2, 1, 1, 2, 1, 0));
        ledger.Failed.ShouldBe(new Dictionary<string, int> { ["crash_loop"] = 1 });
        ledger.Innocents.ShouldBeEmpty();
    }

    [Fact]
    public void Of_ConfirmedAndNeverSeenAgain_IsLost()
    {
        var ledger = Draw([Sent("a"), Sent("gone")], [Done("a")]);

        ledger.Lost.ShouldBe(["gone"]);
        ledger.Breaches.ShouldBe(["gone was confirmed, never answered, and is in no queue: lost"]);
    }

    [Fact]
    public void Of_CalledOffWithAJobInAQueue_IsWaitingAndNotLost()
    {
        var ledger = Draw([Sent("a")], [], waiting: ["a"], finished: false);

        ledger.Breaches.ShouldBeEmpty();
        (ledger.Waiting, ledger.Lost.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void Of_FinishedWithAJobInAQueue_IsABreach() =>
        Draw([Sent("a")], [], waiting: ["a"]).Breaches.ShouldBe(["a still waits in a queue though there was time enough"]);

    [Fact]
    public void Of_AnswerToNobodysJob_IsABreach() => Draw([], [Done("stranger")]).Breaches.ShouldBe(["stranger came back, and was never sent"]);

    [Fact]
    public void Of_FailedWithoutALetter_IsABreach() => Draw([Sent("a")], [Failed("a")]).Breaches.ShouldBe(["a failed without a dead letter"]);

    [Fact]
    public void Of_LetterWithoutAnAnswer_IsABreach() =>
        Draw([Sent("a", PublishOutcome.Unknown)], [], letters: ["a"]).Breaches.ShouldBe(["a is a dead letter without an answer"]);

    [Fact]
    public void Of_FailedAndThenDone_DoneIsTheLastWord()
    {
        var ledger = Draw([Sent("a")], [Failed("a"), Done("a")], disturbances: 1);

        ledger.Breaches.ShouldBeEmpty();
        (ledger.Done, ledger.Failed.Count, ledger.Duplicated).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void Of_AnswersThatNameDifferentAudio_IsABreach() =>
        Draw([Sent("a")], [Done("a"), Done("a", sha256: "other")], disturbances: 1).Breaches.ShouldBe(["a has answers that name different audio"]);

    [Fact]
    public void Of_APoisonThatWasSpoken_IsABreach() =>
        Draw([Sent("p", kind: JobKind.Poison)], [Done("p")]).Breaches.ShouldBe(["p is done, which such a job can't be"]);

    [Fact]
    public void Of_APlainJobThatFailed_IsNamed() => Draw([Sent("a")], [Failed("a")], letters: ["a"]).Innocents.ShouldBe(["a"]);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 2, true)]
    public void Of_Repeats_FaultsAndRepeatedPublishesExplainThem(int disturbances, int repeated, bool explained) =>
        Draw([Sent("a", repeats: repeated)], [Done("a"), Done("a"), Done("a")], disturbances: disturbances).Breaches.Count.ShouldBe(explained ? 0 : 1);

    [Fact]
    public void Of_ABombThatWentOff_IsABreach() =>
        Draw([Sent("bomb", kind: JobKind.CcBomb)], [Failed("bomb")], letters: [.. Enumerable.Repeat("bomb", 625)], disturbances: 5)
            .Breaches.ShouldBe(["624 dead letters are repeats; 10 can be explained"]);

    [Fact]
    public void Of_AResultThatWentToNobody_IsABreach()
    {
        var books = new Books([Sent("a")], [Done("a")], new Remains([], [], ["a.done"]), 0, 2, Finished: true);

        StormLedger.Of(books).Breaches.ShouldBe(["a.done is a result that went to nobody"]);
    }

    private static StormLedger Draw(
        SentJob[] sent, SpeechResult[] results, string[]? letters = null, string[]? waiting = null, int disturbances = 0, bool finished = true) =>
        StormLedger.Of(new Books(sent, results, new Remains(letters ?? [], waiting ?? [], []), disturbances, Lanes: 2, finished));

    private static SentJob Sent(string id, PublishOutcome outcome = PublishOutcome.Confirmed, JobKind kind = JobKind.Plain, int repeats = 0) =>
        new(id, kind, outcome, repeats);

    private static SpeechResult Done(string id, string sha256 = "one") =>
        new() { Id = id, Status = ResultStatus.Done, Audio = new ResultAudio($"s3://tts-audio/{id}", "audio/wav", 1, sha256, 24_000, 1) };

    private static SpeechResult Failed(string id) =>
        new() { Id = id, Status = ResultStatus.Failed, Error = new ResultError(ReasonCode.CrashLoop, "", false) };
}
