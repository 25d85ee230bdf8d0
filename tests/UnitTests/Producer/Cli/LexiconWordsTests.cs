using Shouldly;
using TtsConsumers.Producer.Cli.Speaking;
using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Tests.Kit;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

/// <summary>Long clauses over the farm's real lexicon.</summary>
public sealed class LexiconWordsTests
{
    private readonly LexiconWords words = new(Path.Combine(Clone.Root, "lexicon"));

    [Theory]
    [InlineData("银行行长在昨天下午召开的年度工作会议上反复强调要重视客户的长期利益和资金的安全并且要求所有的分支机构在月底之前提交报告")]
    [InlineData("銀行行長在昨天下午召開的年度工作會議上反覆強調要重視客戶的長期利益和資金的安全並且要求所有的分支機構在月底之前提交報告")]
    public void Split_LongClause_IsCutBetweenItsWords(string clause)
    {
        var fragments = Fragments.Split(clause, words: words);

        fragments.Count.ShouldBeGreaterThan(1);
        string.Concat(fragments).ShouldBe(clause);
        fragments.ShouldAllBe(fragment => fragment.Length <= 50);
        foreach (var word in (string[])["银行行长", "昨天", "下午", "会议", "强调", "长期", "利益", "资金", "安全", "机构", "之前", "报告"])
            fragments.Count(fragment => fragment.Contains(word)).ShouldBe(clause.Contains(word) ? 1 : 0);
    }

    [Fact]
    public void StartsOfWords_Text_AreTheLexicons() => words.StartsOfWords("在会议上强调，good").ShouldBe([0, 1, 3, 4]);

    [Fact]
    public void StartsOfWords_NoLexiconOnThisMachine_AreNone() => new LexiconWords("/nowhere").StartsOfWords("在会议上强调").ShouldBeEmpty();
}
