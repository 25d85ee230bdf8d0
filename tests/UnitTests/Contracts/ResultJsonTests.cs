using System.Text.Json;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Contracts;

public sealed class ResultJsonTests
{
    [Fact]
    public void Write_Done_IsTheContractsJson()
    {
        var result = new SpeechResult
        {
            Id = "01JD",
            Status = ResultStatus.Done,
            Audio = new ResultAudio("s3://tts-audio/audio/ab/abcd.0123456789abcdef.wav", "audio/wav", 271244, "ff", 24000, 5650),
            Voice = "zf_xiaoxiao",
            Marks = [new Mark(0, 2, "银行", 120, 560)],
            Notes = [],
            Timing = new ResultTiming(null, 1, 1910, 7),
            Stream = new StreamPosition("book-7", 12),
            Metadata = new Dictionary<string, string> { ["chapter"] = "3" },
        };

        JsonSerializer.Serialize(result, ContractJson.Result).ShouldBe(
            """
            {"id":"01JD","status":"done","audio":{"uri":"s3://tts-audio/audio/ab/abcd.0123456789abcdef.wav","content_type":"audio/wav",
            "bytes":271244,"sha256":"ff","sample_rate":24000,"duration_ms":5650},"voice":"zf_xiaoxiao",
            "marks":[{"from":0,"to":2,"text":"银行","start_ms":120,"end_ms":560}],"notes":[],"attempt":1,
            "timing":{"queued_ms":null,"text_ms":1,"synth_ms":1910,"store_ms":7},"stream":{"id":"book-7","seq":12,"last":false},
            "metadata":{"chapter":"3"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Write_Failed_HasCodeMessageAndRetryable()
    {
        var result = new SpeechResult
        {
            Id = "01JD",
            Status = ResultStatus.Failed,
            Error = new ResultError(ReasonCode.TextTooLong, "text has 612 characters; the limit is 500", false),
        };

        JsonSerializer.Serialize(result, ContractJson.Result).ShouldBe(
            """{"id":"01JD","status":"failed","error":{"code":"text_too_long","message":"text has 612 characters; the limit is 500","retryable":false},"attempt":1}""");
    }

    [Fact]
    public void Read_UnknownFields_ArePassedOver() =>
        JsonSerializer.Deserialize("""{"id":"a","status":"done","later":{"x":1}}""", ContractJson.Result)!.Status.ShouldBe(ResultStatus.Done);

    [Fact]
    public void Write_Job_ReadsBackStrictly()
    {
        var job = new SpeechJob { Id = "a", Text = "你好 \"world\"", Stream = new StreamPosition("s", 1, true), SampleRate = 24000 };
        var body = JsonSerializer.SerializeToUtf8Bytes(job, ContractJson.Job);

        new JobReader().Read(body, new JobEnvelope()).ShouldBeOfType<JobReading.Accepted>().Job.ShouldBe(job);
    }
}
