using Shouldly;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class ResultPrinterTests : IDisposable
{
    private readonly StringWriter output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task ReceiveAsync_Results_AreOneLineEach()
    {
        var printer = new ResultPrinter(output, null, repeats: false);

        await ReceiveAsync(printer, Jobs.Done("a"), Jobs.Failed("b"));

        Printed().Select(result => result.Id).ShouldBe(["a", "b"]);
        printer.Enough.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 4)]
    public async Task ReceiveAsync_Repeats_ArePrintedOnlyIfAskedFor(bool repeats, int lines)
    {
        var printer = new ResultPrinter(output, null, repeats);

        await ReceiveAsync(printer, Jobs.Failed("a"), Jobs.Done("a"), Jobs.Done("a"), Jobs.Failed("a"));

        Printed().Count.ShouldBe(lines);
    }

    [Fact]
    public async Task ReceiveAsync_BeyondTheCount_IsNotTaken()
    {
        var printer = new ResultPrinter(output, 1, repeats: false);
        await ReceiveAsync(printer, Jobs.Done("a"));
        printer.Enough.IsCompletedSuccessfully.ShouldBeTrue();
        using var closing = new CancellationTokenSource();

        var second = printer.ReceiveAsync(Jobs.Done("b"), closing.Token).AsTask();
        second.IsCompleted.ShouldBeFalse();
        await closing.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => second);
        Printed().Count.ShouldBe(1);
    }

    [Fact]
    public void New_CountZero_HasEnough() => new ResultPrinter(output, 0, repeats: false).Enough.IsCompletedSuccessfully.ShouldBeTrue();

    private static async Task ReceiveAsync(ResultPrinter printer, params SpeechResult[] results)
    {
        foreach (var result in results)
            await printer.ReceiveAsync(result, TestContext.Current.CancellationToken);
    }

    private List<SpeechResult> Printed() =>
        [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonSerializer.Deserialize(line, ContractJson.Result)!)];
}
