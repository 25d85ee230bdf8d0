using System.Text.Json;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class LetterFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tts-letters-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(folder, "sub", "letters.jsonl");

    [Fact]
    public async Task Write_ThenRead_GivesTheSameLetters()
    {
        var letter = Letters.Of(
            """{"id":"a", "text":"银行行长"}""",
            new() { ["x-reason"] = "store_failed", ["x-error"] = "e", ["x-host"] = "h", ["x-attempts"] = 5, ["x-failed-at"] = 5L, ["x-replay-count"] = 3, ["traceparent"] = "t" },
            properties => (properties.ReplyTo, properties.Priority, properties.Timestamp) = ("team", 7, new AmqpTimestamp(9)));

        var read = await WriteAndReadAsync(letter);

        (read.Id, read.Reason, read.Error, read.Host, read.Attempts, read.EndedAt)
            .ShouldBe(("a", "store_failed", "e", "h", 5, DateTimeOffset.FromUnixTimeMilliseconds(5)));
        read.Body.ToArray().ShouldBe(letter.Body.ToArray());
        (read.Headers.ReplayCount, read.Headers.TraceParent).ShouldBe((3, "t"));
        (read.Properties.ReplyTo, read.Properties.Priority, read.Properties.Timestamp.UnixTime).ShouldBe(("team", (byte)7, 9L));
        read.Properties.IsCorrelationIdPresent().ShouldBeFalse();
    }

    [Fact]
    public async Task Write_BodyThatIsNotText_KeepsEveryByte()
    {
        var letter = Letters.Of("") with { Body = new byte[] { 0xff, 0x00, 0xfe } };

        (await WriteAndReadAsync(letter)).Body.ToArray().ShouldBe([0xff, 0x00, 0xfe]);
    }

    [Fact]
    public async Task Write_Lines_AreOneJsonObjectEach()
    {
        await new LetterFile(FilePath).WriteAsync(new[] { Letters.Of("{\"id\":\"a\"\n}"), Letters.Of("{}") }.ToAsyncEnumerable(), Cancellation);

        var lines = await File.ReadAllLinesAsync(FilePath, Cancellation);
        lines.Length.ShouldBe(2);
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("id").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Write_FileIsThere_LeavesItAsItIs()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, "precious", Cancellation);

        await Should.ThrowAsync<IOException>(() => WriteAndReadAsync(Letters.Of("{}")));

        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldBe("precious");
    }

    [Fact]
    public async Task Write_BreaksOffHalfWay_LeavesNoFile()
    {
        await Should.ThrowAsync<LettersLostException>(() => new LetterFile(FilePath).WriteAsync(OneThenLost(), Cancellation));

        Directory.GetFiles(Path.GetDirectoryName(FilePath)!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("oops")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a\",\"properties\":{}}")]
    [InlineData("{\"id\":\"a\",\"properties\":{},\"body_base64\":\"*\"}")]
    public async Task Read_LineThatIsNoLetter_NamesItsNumber(string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, $"\n{line}\n", Cancellation);

        var error = await Should.ThrowAsync<FormatException>(() => new LetterFile(FilePath).ReadAsync(Cancellation).ToListAsync(Cancellation).AsTask());

        error.Message.ShouldContain("line 2 ");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async IAsyncEnumerable<Letter> OneThenLost()
    {
        yield return Letters.Of("{}");
        await Task.CompletedTask;
        throw new LettersLostException("broker gone");
    }

    private async Task<Letter> WriteAndReadAsync(Letter letter)
    {
        var file = new LetterFile(FilePath);
        await file.WriteAsync(new[] { letter }.ToAsyncEnumerable(), Cancellation);
        return await file.ReadAsync(Cancellation).SingleAsync(Cancellation);
    }
}
