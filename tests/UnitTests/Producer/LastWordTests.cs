using Shouldly;
using TtsConsumers.Producer.Client;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>messages.md, "Receivers": the first done wins and replaces an earlier failed; a failed after a done is dropped.</summary>
public sealed class LastWordTests
{
    private readonly LastWord words = new(capacity: 3);

    [Theory]
    [InlineData("done", true)]
    [InlineData("failed", true)]
    [InlineData("done done", false)]
    [InlineData("done failed", false)]
    [InlineData("failed failed", false)]
    [InlineData("failed done", true)]
    [InlineData("failed done failed", false)]
    [InlineData("failed done done", false)]
    [InlineData("done failed failed done", false)]
    public void IsNews_OfTheLast_FollowsTheRule(string said, bool news)
    {
        var results = said.Split(' ').Select(word => word == "done" ? Jobs.Done("id") : Jobs.Failed("id")).ToList();

        foreach (var before in results[..^1])
            words.Remember(before);

        words.IsNews(results[^1]).ShouldBe(news);
    }

    [Fact]
    public void IsNews_OfAnotherId_IsNotTouched()
    {
        words.Remember(Jobs.Done("a"));

        words.IsNews(Jobs.Done("b")).ShouldBeTrue();
    }

    [Fact]
    public void Remember_BeyondCapacity_ForgetsTheOldest()
    {
        foreach (var id in (string[])["a", "b", "c", "d"])
            words.Remember(Jobs.Done(id));

        words.IsNews(Jobs.Done("a")).ShouldBeTrue();
        words.IsNews(Jobs.Done("b")).ShouldBeFalse();
    }

    [Fact]
    public void Remember_SameIdAgain_TakesNoRoom()
    {
        words.Remember(Jobs.Done("a"));
        for (var i = 0; i < 10; i++)
            words.Remember(Jobs.Done("b"));

        words.IsNews(Jobs.Done("a")).ShouldBeFalse();
    }
}
