using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>What holds for any results in any order with any repeats (messages.md, "Receivers").</summary>
public sealed class LastWordProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Gen<SpeechResult[]> Said =
        Gen.Choose(0, 5).Zip(Gen.Elements(true, false)).ArrayOf().Select(words =>
            words.Select(word => word.Item2 ? Jobs.Done($"id{word.Item1}") : Jobs.Failed($"id{word.Item1}")).ToArray());

    [Fact]
    public void IsNews_AnyResults_PassesEachWordOnceAndEndsWithTheLastWord() => Prop.ForAll(Arb.From(Said), said =>
    {
        var heard = News(said, new LastWord(capacity: 6));

        foreach (var id in said.Select(result => result.Id).Distinct())
        {
            var (all, passed) = (Words(said, id), Words(heard, id));
            passed.ShouldBeOneOf([[ResultStatus.Done], [ResultStatus.Failed], [ResultStatus.Failed, ResultStatus.Done]], new SameWords());
            passed[0].ShouldBe(all[0], "the first word is always news");
            passed[^1].ShouldBe(all.Contains(ResultStatus.Done) ? ResultStatus.Done : ResultStatus.Failed, "a done is the last word");
        }
    }).Check(Thorough);

    [Fact]
    public void IsNews_EverythingSaidTwice_IsHeardOnce() => Prop.ForAll(Arb.From(Said), said =>
    {
        var words = new LastWord(capacity: 6);
        var heard = News(said, words);

        News([.. said.Where(result => result.Status == ResultStatus.Failed), .. said], words).ShouldBeEmpty();
        News([.. said, .. said], new LastWord(capacity: 6)).ShouldBe(heard);
    }).Check(Thorough);

    /// <summary>With too little memory a repeat may pass, but no news is ever lost.</summary>
    [Fact]
    public void IsNews_MoreIdsThanItRemembers_LosesNoLastWord() => Prop.ForAll(Arb.From(Said), Arb.From(Gen.Choose(1, 3)), (said, capacity) =>
    {
        var heard = News(said, new LastWord(capacity));

        foreach (var result in said)
            heard.Any(one => one.Id == result.Id && (one.Status == result.Status || one.Status == ResultStatus.Done)).ShouldBeTrue();
    }).Check(Thorough);

    private static List<SpeechResult> News(IEnumerable<SpeechResult> said, LastWord words)
    {
        List<SpeechResult> heard = [];
        foreach (var result in said)
        {
            if (words.IsNews(result))
                heard.Add(result);
            words.Remember(result);
        }
        return heard;
    }

    private static List<ResultStatus> Words(IEnumerable<SpeechResult> results, string id) =>
        [.. results.Where(result => result.Id == id).Select(result => result.Status)];

    private sealed class SameWords : IEqualityComparer<List<ResultStatus>>
    {
        public bool Equals(List<ResultStatus>? x, List<ResultStatus>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(List<ResultStatus> words) => words.Count;
    }
}
