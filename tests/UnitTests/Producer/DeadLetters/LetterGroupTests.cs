using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class LetterGroupTests
{
    [Fact]
    public async Task OfAsync_Letters_CountsThemLargestFirstWithTheirAges()
    {
        Letter[] letters = [Failed("store_failed", 3), Failed("malformed", 2), Failed("malformed", 9), Failed("malformed", 5), Letters.Of("{}")];

        var groups = await LetterGroup.OfAsync(letters.ToAsyncEnumerable(), letter => letter.Reason);

        groups.ShouldBe(
        [
            new LetterGroup("malformed", 3, At(2), At(9)),
            new LetterGroup("store_failed", 1, At(3), At(3)),
            new LetterGroup("unknown", 1, null, null),
        ]);
    }

    private static Letter Failed(string reason, long ms) => Letters.Of("{}", new() { ["x-reason"] = reason, ["x-failed-at"] = ms });

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
