using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Contracts;

/// <summary>What holds for every body and every envelope (reliability.md, M1).</summary>
public sealed class JobReaderProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Gen<string?> Names = Gen.Elements(null, "", "a", "b c", "tts.job.v1", "tts.job.v2", "team-7", "amq.rabbitmq.reply-to", "\ufffd");

    private static readonly Gen<JobEnvelope> Envelopes =
        from names in Names.ArrayOf(3)
        from type in Gen.Elements(null, JobLimits.JobType, names[1])
        select new JobEnvelope(names[0], type, names[2]);

    [Fact]
    public void Read_AnyBody_GivesAJobThatKeepsTheContractOrAReason() =>
        Prop.ForAll(Arb.From(JobBodies.Any), Arb.From(Envelopes), (body, envelope) =>
        {
            var reading = new JobReader().Read(body, envelope);

            JobRules.IsId(reading.Id).ShouldBeTrue("there is always an id to answer to");
            if (reading is JobReading.Accepted { Job: var job })
                JobRules.Check(job).ShouldBeNull();
            else
                reading.ShouldBeOfType<JobReading.Refused>().Problem.Message.ShouldNotBeNullOrWhiteSpace();
        }).Check(Thorough);

    [Fact]
    public void Read_AnyBodyTwice_SaysTheSameTwice() =>
        Prop.ForAll(Arb.From(JobBodies.Any), Arb.From(Envelopes), (body, envelope) =>
        {
            var (first, second) = (new JobReader().Read(body, envelope), new JobReader().Read(body, envelope));

            (first.Id, first.GetType(), (first as JobReading.Refused)?.Problem)
                .ShouldBe((second.Id, second.GetType(), (second as JobReading.Refused)?.Problem));
            if (envelope.MessageId is null)
                JobReader.FindId(body, null).ShouldBe(first.Id, "operators call a job by the name its sender hears");
        }).Check(Thorough);

    [Fact]
    public void Read_AnyGoodJob_GivesItBackWhole() => Prop.ForAll(Arb.From(JobBodies.Jobs), job =>
    {
        var read = Accepted(JobMessage.Body(job));

        ShouldBeSame(read, job);
    }).Check(Thorough);

    [Fact]
    public void Read_WhatWasReadAndWrittenAgain_IsTheSame() => Prop.ForAll(Arb.From(JobBodies.Any), body =>
    {
        if (new JobReader().Read(body, new JobEnvelope()) is JobReading.Accepted { Job: var job })
            ShouldBeSame(Accepted(JobMessage.Body(job)), job);
    }).Check(Thorough);

    [Fact]
    public void Read_BeginningOfAnyGoodJob_IsRefused() => Prop.ForAll(Arb.From(JobBodies.Good), Arb.From(Gen.Choose(0, 1_000_000)), (body, cut) =>
        new JobReader().Read(body.AsSpan(0, cut % body.Length), new JobEnvelope()).ShouldBeOfType<JobReading.Refused>()).Check(Thorough);

    private static SpeechJob Accepted(byte[] body)
    {
        var reading = new JobReader().Read(body, new JobEnvelope());
        return reading.ShouldBeOfType<JobReading.Accepted>($"{reading} {Encoding.UTF8.GetString(body)}").Job;
    }

    private static void ShouldBeSame(SpeechJob read, SpeechJob job)
    {
        (read with { Lexicon = null, Metadata = null }).ShouldBe(job with { Lexicon = null, Metadata = null });
        read.Lexicon.ShouldBe(job.Lexicon, ignoreOrder: true);
        read.Metadata.ShouldBe(job.Metadata, ignoreOrder: true);
    }
}
