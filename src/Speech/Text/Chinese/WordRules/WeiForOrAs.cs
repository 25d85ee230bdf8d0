using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>为 is wei2 where it means to be or become (以三人为限), wei4 where it means for (为我们付出).</summary>
internal sealed class WeiForOrAs : IWordRule
{
    private const string Become = "wei2";
    private const string For = "wei4";
    private static readonly FrozenSet<string> Becomings = new[] { "主", "例", "首", "止", "准", "中心", "代表", "基础", "目标" }.ToFrozenSet();

    /// <summary>Words before it that wait for "as": 将…改为, 以…为.</summary>
    private static readonly FrozenSet<string> Openers = new[]
    {
        "以", "将", "把", "被", "视", "称", "选", "改", "译", "更名", "改名", "命名", "分",
    }.ToFrozenSet();

    /// <inheritdoc/>
    public char Character => '为';

    /// <inheritdoc/>
    public string? Read(WordContext context)
    {
        if (!context.Has(1) || context.IsPart(1, "m") || Becomings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(context.Word(1)))
        {
            return Become;
        }

        return IsOpened(context) ? Become : IsForSomebody(context) ? For : null;
    }

    private static bool IsOpened(WordContext context)
    {
        var openers = Openers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var offset = -1; offset >= -6; offset--)
        {
            if (openers.Contains(context.Word(offset)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Before a person or thing for whom something is done: a verb must follow within four words.</summary>
    private static bool IsForSomebody(WordContext context)
    {
        var doing = false;
        for (var offset = 2; offset <= 5; offset++)
        {
            doing |= context.IsPart(offset, "v");
        }

        return doing && (!context.Has(-1) || context.IsPart(-1, "dcrv")) && (context.IsPart(1, "rn") || context.Begins(1, "这那"));
    }
}
