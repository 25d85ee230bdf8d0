using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using Xunit;
using Outcome = TtsConsumers.Consumer.Settlement.Outcome;

namespace TtsConsumers.Tests.UnitTests.Settlement;

public sealed class SettlementRulesTests
{
    private static readonly JobProblem Problem = new(ReasonCode.SynthesisFailed, "the model said no");

    [Fact]
    public void Decide_Done_Answers()
    {
        var result = new SpeechResult { Id = "a", Status = ResultStatus.Done };
        Decide(new Outcome.Done(result)).ShouldBe(new SettlementDecision.Answer(result));
    }

    [Fact]
    public void Decide_Rejected_IsADeadLetterAtOnce() =>
        Decide(new Outcome.Rejected(Problem)).ShouldBe(new SettlementDecision.DeadLetter(Problem));

    [Theory]
    [InlineData(1, 0.9, 1)]
    [InlineData(1, 0.1, 1)]
    [InlineData(2, 0.9, 2)]
    [InlineData(2, 0.1, 1)]
    [InlineData(2, 0.25, 2)]
    [InlineData(3, 0.9, 3)]
    [InlineData(4, 0.9, 4)]
    [InlineData(4, 0.2499, 3)]
    public void Decide_Transient_RetriesAtTheAttemptsLevelOrOneLower(int attempt, double chance, int level) =>
        Decide(new Outcome.Transient(Problem), attempt, chance).ShouldBe(new SettlementDecision.Retry(level, attempt + 1));

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(1_000_000)]
    public void Decide_TransientWithNoAttemptLeft_IsExhaustedAndNamesTheLastReason(int attempt)
    {
        var dead = Decide(new Outcome.Transient(Problem), attempt).ShouldBeOfType<SettlementDecision.DeadLetter>();

        dead.Problem.Code.ShouldBe(ReasonCode.AttemptsExhausted);
        dead.Problem.Message.ShouldContain("synthesis_failed");
        dead.Problem.Message.ShouldContain("the model said no");
    }

    [Fact]
    public void Decide_Suspect_GoesToQuarantine() => Decide(new Outcome.Suspect()).ShouldBe(new SettlementDecision.Quarantine());

    [Fact]
    public void Decide_Outage_Holds()
    {
        var outage = new Outcome.Outage("the store", "503");
        Decide(outage).ShouldBe(new SettlementDecision.Hold(outage));
    }

    [Fact]
    public void Decide_Stopping_GivesBack() => Decide(new Outcome.Stopping()).ShouldBe(new SettlementDecision.GiveBack());

    [Fact]
    public void Decide_ChannelGone_Forgets() => Decide(new Outcome.ChannelGone()).ShouldBe(new SettlementDecision.Forget());

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(20, true)]
    public void IsSuspect_TwoLostDeliveries_IsTheBound(long count, bool suspect) => SettlementRules.IsSuspect(count).ShouldBe(suspect);

    [Fact]
    public void Decide_AnyTransient_StaysWithinLevelsAndCountsUpByOne() =>
        Prop.ForAll<int, int, int>((attempt, most, chance) =>
        {
            attempt = Math.Abs(attempt % 1000) + 1;
            most = Math.Abs(most % 100) + 1;
            return Decide(new Outcome.Transient(Problem), attempt, Math.Abs(chance % 1000) / 1000.0, most) switch
            {
                SettlementDecision.Retry retry => attempt < most && retry.NextAttempt == attempt + 1 &&
                    retry.Level >= 1 && retry.Level <= Queues.RetryLevels && retry.Level <= attempt && retry.Level >= Math.Min(attempt, 4) - 1,
                SettlementDecision.DeadLetter => attempt >= most,
                _ => false,
            };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void Decide_ManyDraws_SpreadAQuarterOneLevelLower()
    {
        var chance = new Random(7);
        var lower = Enumerable.Range(0, 10_000).Count(_ => Decide(new Outcome.Transient(Problem), 3, chance.NextDouble()) is SettlementDecision.Retry { Level: 2 });

        lower.ShouldBeInRange(2300, 2700);
    }

    private static SettlementDecision Decide(Outcome outcome, int attempt = 1, double chance = 0.5, int most = 5) =>
        SettlementRules.Decide(outcome, attempt, most, chance);
}
