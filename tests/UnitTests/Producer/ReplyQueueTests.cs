using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class ReplyQueueTests
{
    [Fact]
    public void Private_Suffix_IsOneAJobMayName()
    {
        var queue = ReplyQueue.Private(new Random(1));

        JobRules.IsReplySuffix(queue.Suffix).ShouldBeTrue();
        queue.IsDurable.ShouldBeFalse();
    }

    [Fact]
    public void Private_Twice_HasTwoSuffixes()
    {
        var chance = new Random(1);

        ReplyQueue.Private(chance).Suffix.ShouldNotBe(ReplyQueue.Private(chance).Suffix);
    }

    [Fact]
    public void Durable_Name_IsItsSuffix()
    {
        var queue = ReplyQueue.Durable("book-7");

        queue.Suffix.ShouldBe("book-7");
        queue.IsDurable.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Book")]
    [InlineData("a.b")]
    [InlineData("0123456789012345678901234567890123456")]
    public void Durable_NameThatIsNoSuffix_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => ReplyQueue.Durable(name)).Message.ShouldContain("a-z 0-9 -");
}
