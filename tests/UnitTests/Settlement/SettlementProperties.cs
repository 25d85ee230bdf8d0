using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.UnitTests.Topology;
using Xunit;
using Outcome = TtsConsumers.Consumer.Settlement.Outcome;

namespace TtsConsumers.Tests.UnitTests.Settlement;

/// <summary>What holds for every outcome, try, limit, chance and header (reliability.md, "Settlement").</summary>
public sealed class SettlementProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Gen<JobProblem> Problems =
        from code in Gen.Elements(Enum.GetValues<ReasonCode>())
        from message in ArbMap.Default.GeneratorFor<string>()
        select new JobProblem(code, message ?? "");

    private static readonly Gen<Outcome> Outcomes = Gen.Frequency(
        (4, Problems.Select(Outcome (problem) => new Outcome.Transient(problem))),
        (1, Problems.Select(Outcome (problem) => new Outcome.Rejected(problem))),
        (1, Gen.Elements<Outcome>(new Outcome.Done(null), new Outcome.Done(new SpeechResult { Id = "a", Status = ResultStatus.Done }))),
        (1, Gen.Elements<Outcome>(new Outcome.Suspect(), new Outcome.Stopping(), new Outcome.ChannelGone())),
        (1, Problems.Select(Outcome (problem) => new Outcome.Outage("the store", "503", new Outcome.Transient(problem)))));

    private static readonly Gen<int> Attempts = Gen.Frequency(
        (6, Gen.Choose(1, 8)), (1, Gen.Elements(1_000_000, int.MaxValue - 1, int.MaxValue)), (1, Gen.Choose(1, 1_000_000)));

    private static readonly Gen<int> Limits = Gen.Frequency((6, Gen.Choose(1, 8)), (1, Gen.Elements(int.MaxValue, 100)));

    private static readonly Gen<double> Chances = Gen.OneOf(
        Gen.Elements(0, SettlementRules.LowerLevelShare, Math.BitDecrement(SettlementRules.LowerLevelShare), Math.BitDecrement(1)),
        Gen.Choose(0, 999_999).Select(share => share / 1e6));

    private static readonly Gen<(Outcome Outcome, int Attempt, int Most, double Chance)> Cases =
        from outcome in Outcomes
        from attempt in Attempts
        from most in Limits
        from chance in Chances
        select (outcome, attempt, most, chance);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Decide_AnyCase_IsTheOneSettlementOfItsOutcome() => Prop.ForAll(Arb.From(Cases), one =>
    {
        var decision = SettlementRules.Decide(one.Outcome, one.Attempt, one.Most, one.Chance);

        decision.ShouldBe(SettlementRules.Decide(one.Outcome, one.Attempt, one.Most, one.Chance), "nothing but what is given decides");
        (one.Outcome switch
        {
            Outcome.Done done => decision == new SettlementDecision.Answer(done.Result),
            Outcome.Rejected rejected => decision == new SettlementDecision.DeadLetter(rejected.Problem),
            Outcome.Transient => one.Attempt < one.Most ? decision is SettlementDecision.Retry : decision is SettlementDecision.DeadLetter,
            Outcome.Suspect => decision is SettlementDecision.Quarantine,
            Outcome.Outage outage => decision is SettlementDecision.Hold hold && ReferenceEquals(hold.Outage, outage),
            Outcome.Stopping => decision is SettlementDecision.GiveBack,
            Outcome.ChannelGone => decision is SettlementDecision.Forget,
            _ => false,
        }).ShouldBeTrue($"{decision}");
    }).Check(Thorough);

    [Fact]
    public void Decide_AnyTransient_WaitsAtTheLevelOfItsTryOrOneLower() => Prop.ForAll(Arb.From(Cases), Arb.From(Problems), (one, problem) =>
    {
        var decision = SettlementRules.Decide(new Outcome.Transient(problem), one.Attempt, one.Most, one.Chance);

        if (decision is not SettlementDecision.Retry retry)
            return;
        var level = Math.Min(one.Attempt, 4);
        retry.Level.ShouldBe(one.Chance < 0.25 && level > 1 ? level - 1 : level);
        retry.NextAttempt.ShouldBe(one.Attempt + 1);
        retry.NextAttempt.ShouldBeLessThanOrEqualTo(one.Most);
    }).Check(Thorough);

    [Fact]
    public void Decide_AnyExhausted_SaysSoAndNamesTheLastReason() => Prop.ForAll(Arb.From(Cases), Arb.From(Problems), (one, problem) =>
    {
        var decision = SettlementRules.Decide(new Outcome.Transient(problem), one.Most, one.Most, one.Chance);

        var dead = decision.ShouldBeOfType<SettlementDecision.DeadLetter>().Problem;
        dead.Code.ShouldBe(ReasonCode.AttemptsExhausted);
        dead.Message.ShouldContain(problem.Code.Wire());
        dead.Message.ShouldEndWith(problem.Message);
    }).Check(Thorough);

    /// <summary>
    /// From any headers, forged or not, to its end: whatever happens on the way, a job gets its tries and no more, and its copies count them.
    /// </summary>
    [Fact]
    public void Life_OfAnyJob_EndsOnceAfterAtMostItsTries() =>
        Prop.ForAll(Arb.From(Wire.Properties), Arb.From(Outcomes.ListOf()), Arb.From(Gen.Choose(1, 8)), (properties, fate, most) =>
        {
            var messages = new SettlementMessages("host-1", time);
            var job = InHand(properties);
            var first = job.Headers.Attempt;
            var tries = 0;
            // What fate leaves open goes wrong until it ends.
            foreach (var outcome in fate.Concat(Enumerable.Repeat<Outcome>(new Outcome.Transient(new(ReasonCode.SynthesisFailed, "")), most)))
            {
                tries += outcome is Outcome.Transient ? 1 : 0;
                var before = job.Headers;
                switch (SettlementRules.Decide(outcome, before.Attempt, most, 0.5))
                {
                    case SettlementDecision.Retry retry:
                        job = InHand(messages.Retry(job, retry.Level, retry.NextAttempt).Properties);
                        job.Headers.Attempt.ShouldBe(before.Attempt + 1);
                        break;
                    case SettlementDecision.Quarantine:
                        job = InHand(messages.Quarantine(job).Properties);
                        job.Headers.Attempt.ShouldBe(before.Attempt, "to wait alone is no try");
                        break;
                    case SettlementDecision.Answer or SettlementDecision.DeadLetter:
                        tries.ShouldBeLessThanOrEqualTo(Math.Max(1, most - first + 1));
                        return;
                }
                (job.Headers.ReplayCount, job.Headers.ReplayBatch).ShouldBe((before.ReplayCount, before.ReplayBatch));
            }
            throw new InvalidOperationException("the job never ended");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>The job as its next receiver has it.</summary>
    private JobInHand InHand(BasicProperties sent)
    {
        var properties = new BasicProperties(sent) { Headers = sent.Headers is null ? null : Wire.Travelled(sent.Headers) };
        return new(new Delivery(null!, 1, false, properties, Encoding.UTF8.GetBytes("""{"id":"a","text":"好"}"""), time.GetUtcNow()), new StopPoint());
    }
}
