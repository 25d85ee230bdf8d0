using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.UnitTests.Contracts;
using TtsConsumers.Tests.UnitTests.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Settlement;

/// <summary>What holds for everything a host publishes, whatever came in (reliability.md, M1, M2; quirks 12 and 13).</summary>
public sealed class SettlementMessagesProperties
{
    /// <summary>The longest text a property can hold, in bytes. The client library throws at a longer one, and the job could never be settled.</summary>
    private const int ShortText = 255;

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly HashSet<string> OfAnyCopy =
        [HeaderNames.Attempt, HeaderNames.SentAt, HeaderNames.ReplayCount, HeaderNames.ReplayBatch, HeaderNames.TraceParent, HeaderNames.TraceState];

    private static readonly HashSet<string> OfALetter =
        [.. OfAnyCopy, HeaderNames.Reason, HeaderNames.Error, HeaderNames.FailedAt, HeaderNames.Host, HeaderNames.Attempts];

    private static readonly HashSet<string> OfAResult = [HeaderNames.TraceParent, HeaderNames.TraceState];

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));

    private SettlementMessages Messages => new("host-1", time);

    [Fact]
    public void Copy_OfAnyJob_CarriesNothingForeign() => Check((job, problem) =>
    {
        Messages.Retry(job, 1, 2).Properties.Headers!.Keys.ShouldBeSubsetOf(OfAnyCopy);
        Messages.Quarantine(job).Properties.Headers!.Keys.ShouldBeSubsetOf(OfAnyCopy);
        Messages.DeadLetter(job, problem).Properties.Headers!.Keys.ShouldBeSubsetOf(OfALetter);
        (Messages.Result(job, job.FailedResult(problem)).Properties.Headers?.Keys ?? []).ShouldBeSubsetOf(OfAResult);
        foreach (var copy in Copies(job, problem))
        {
            copy.Body.Span.SequenceEqual(job.Delivery.Body.Span).ShouldBeTrue();
            var properties = copy.Properties;
            (properties.IsExpirationPresent(), properties.IsUserIdPresent(), properties.IsAppIdPresent(), properties.IsClusterIdPresent())
                .ShouldBe((false, false, false, false));
        }
    });

    [Fact]
    public void Message_AboutAnyJob_FitsTheWire() => Check((job, problem) =>
    {
        OutgoingMessage[] all = [.. Copies(job, problem), Messages.Result(job, job.FailedResult(problem))];

        foreach (var message in all)
        {
            var properties = message.Properties;
            string?[] texts =
            [
                message.RoutingKey, properties.ContentType, properties.ContentEncoding, properties.CorrelationId, properties.ReplyTo,
                properties.MessageId, properties.Type,
            ];
            texts.Max(text => Encoding.UTF8.GetByteCount(text ?? "")).ShouldBeLessThanOrEqualTo(ShortText);
            (properties.Headers ?? new Dictionary<string, object?>()).Values.OfType<string>().Sum(Encoding.UTF8.GetByteCount)
                .ShouldBeLessThanOrEqualTo(DeadLetterHeaders.ErrorBytes + (4 * 512));
        }
    });

    [Fact]
    public void Result_OfAnyFailure_IsReadBackAsItWas() => Check((job, problem) =>
    {
        var sent = job.FailedResult(problem);

        var read = JsonSerializer.Deserialize(Messages.Result(job, sent).Body.Span, ContractJson.Result)!;

        (read.Id, read.Status, read.Attempt, read.Stream).ShouldBe((sent.Id, sent.Status, sent.Attempt, sent.Stream));
        (read.Error!.Code, read.Error.Retryable).ShouldBe((problem.Code, problem.Code.IsRetryable()));
        (read.Metadata ?? new Dictionary<string, string>()).ShouldBe(sent.Metadata ?? new Dictionary<string, string>(), ignoreOrder: true);
        JobRules.IsId(read.Id).ShouldBeTrue();
    });

    [Fact]
    public void Bound_AnyText_IsTheLongestBeginningThatFits() =>
        Prop.ForAll(Arb.From(JobBodies.Texts.ArrayOf().Select(string.Concat)), text =>
        {
            var bound = DeadLetterHeaders.Bound(text);

            text.ShouldStartWith(bound);
            Encoding.UTF8.GetByteCount(bound).ShouldBeLessThanOrEqualTo(DeadLetterHeaders.ErrorBytes);
            (bound == text || Encoding.UTF8.GetByteCount(bound) > DeadLetterHeaders.ErrorBytes - 4).ShouldBeTrue();
        }).Check(Thorough);

    private OutgoingMessage[] Copies(JobInHand job, JobProblem problem) =>
        [Messages.Retry(job, 1, 2), Messages.Quarantine(job), Messages.DeadLetter(job, problem)];

    private static void Check(Action<JobInHand, JobProblem> holds) =>
        Prop.ForAll(Arb.From(Wire.Properties), Arb.From(JobBodies.Any), (properties, body) =>
        {
            var job = new JobInHand(new Delivery(null!, 1, false, properties, body, DateTimeOffset.UnixEpoch), new StopPoint());
            var reading = new JobReader().Read(body, job.Delivery.Envelope);
            job.Id = reading.Id;
            job.Job = reading is JobReading.Accepted accepted ? accepted.Job : ((JobReading.Refused)reading).Job;
            holds(job, (reading as JobReading.Refused)?.Problem ?? new JobProblem(ReasonCode.SynthesisFailed, "the model said no"));
        }).Check(Thorough);
}
