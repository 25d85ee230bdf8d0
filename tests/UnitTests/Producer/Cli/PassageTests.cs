using Shouldly;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Producer.Client.Text;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class PassageTests
{
    [Fact]
    public async Task Demo_Passage_IsSplitAsWritten()
    {
        var text = await PassageAsync();

        var fragments = Fragments.Split(text);

        fragments.ShouldBe(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        fragments.Count.ShouldBeGreaterThanOrEqualTo(8);
        fragments.ShouldAllBe(fragment => fragment.Length >= 20 && fragment.Length <= 50);
        fragments.Count(fragment => fragment.All(char.IsAscii)).ShouldBe(1);
    }

    private static async Task<string> PassageAsync()
    {
        await using var stream = typeof(DemoCommand).Assembly.GetManifestResourceStream("demo.txt")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
