using System.IO.Pipes;
using Shouldly;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class JobLinesTests
{
    [Fact]
    public async Task ReadAsync_Lines_AreJobsWithTheirNumbers()
    {
        var lines = await ReadAsync("""
            {"id":"a","text":"一"}

            {"id":"b","text":"二"}
            """);

        lines.Select(line => (line.Number, line.Reading.Id)).ShouldBe([(1, "a"), (3, "b")]);
        lines.ShouldAllBe(line => line.Reading is JobReading.Accepted);
    }

    [Theory]
    [InlineData("""{"id":"a","texxt":"一"}""", "texxt")]
    [InlineData("nonsense", "JSON")]
    [InlineData("""{"id":"a","text":" "}""", "white space")]
    public async Task ReadAsync_LineThatIsNoJob_SaysWhy(string line, string why) =>
        (await ReadAsync(line)).ShouldHaveSingleItem().Reading.ShouldBeOfType<JobReading.Refused>().Problem.Message.ShouldContain(why);

    [Fact]
    public async Task ReadAsync_InputThatNeverEnds_CanBeCancelled()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var typist = new AnonymousPipeServerStream(PipeDirection.Out);
        using var silent = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, typist.ClientSafePipeHandle));
        var reading = JobLines.ReadAsync(silent, cancellation.Token).ToListAsync(cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private static async Task<List<JobLine>> ReadAsync(string text)
    {
        using var reader = new StringReader(text);
        return await JobLines.ReadAsync(reader, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
