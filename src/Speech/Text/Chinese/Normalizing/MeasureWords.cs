using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>What is counted with 两, not 二: measure words and spans of time.</summary>
internal static class MeasureWords
{
    private static readonly FrozenSet<string> Words = (
        "个 位 名 本 支 只 条 张 块 件 把 杯 瓶 辆 台 次 遍 天 周 年 岁 夜 小时 分钟 分 秒 点 倍 人 家 所 座 间 种 项 篇 首 部 场 句 段 对 双 套 组 批 排 门 颗 棵 朵 头 "
        + "匹 粒 滴 袋 箱 盒 包 碗 盘 桶 片 章 份 封 顿 口 架 艘 顶 轮 幅 面 根 株 节 样 笔 道 扇 声 阵 股 圈 趟 回 代 则 集 栋 幢 元 万 亿 千 米 公里 千米 厘米 毫米 平方 "
        + "立方 克 千克 公斤 斤 吨 升 毫升 度 摄氏度 里 亩 公顷 星期 季度 美元 欧元 英镑 刻 成 盏 串 枚 瓣 束 堆 副 具 尊 册 卷 页 行 列 边 端 侧 类 届 期 份 户 员 队 票 局 盘 毛 角")
        .Split(' ').ToFrozenSet();

    /// <summary>Where 2 is an ordinal or a rank all the same: 2年级, 2等奖, 2人称, 2点五 is left to the decimals.</summary>
    private static readonly FrozenSet<string> Exceptions = "年级 年生 面体 次元 次方 次函 次曲 分之 元论 元方 元一 周目 维 代身 期工 期项 期建 人世".Split(' ').ToFrozenSet();

    /// <summary>Whether something that is counted stands at an index of the text.</summary>
    public static bool StandsAt(string text, int at)
    {
        at += at < text.Length && text[at] == ' ' ? 1 : 0;
        return IsAnyAt(Words, text, at, 3) && !IsAnyAt(Exceptions, text, at, 2);
    }

    private static bool IsAnyAt(FrozenSet<string> words, string text, int at, int longest)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longest, text.Length - at); length > 0; length--)
        {
            if (lookup.Contains(text.AsSpan(at, length)))
            {
                return true;
            }
        }

        return false;
    }
}
