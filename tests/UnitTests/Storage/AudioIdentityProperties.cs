using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Shared.Storage;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Storage;

/// <summary>What holds for every identity and each single change of one (reliability.md, P3).</summary>
public sealed class AudioIdentityProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    // Few letters and short texts, so that neighbours meet: "ab" and "c" beside "a" and "bc"; and digits, so that numbers and texts meet.
    private static readonly Gen<string> Texts = Gen.Elements("a", "b", "1", "银", "\0", "").ListOf().Select(letters => string.Concat(letters.Take(4)));

    private static readonly Gen<Dictionary<string, string>> Lexica = Texts.Zip(Texts).ListOf().Select(
        pairs => pairs.Take(3).DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private static readonly Gen<AudioIdentity> Identities =
        from texts in Texts.ArrayOf(5)
        from speed in Gen.Choose(50, 200)
        from rate in Gen.Elements(8000, 16000, 24000, 48000)
        from format in Gen.Elements("wav", "pcm", "flac", "opus", "mp3")
        from gain in Gen.Elements(0, 1, -1, 0.5, 24)
        from own in Gen.Elements(null, "a", "1")
        from lexicon in Lexica
        select new AudioIdentity
        {
            Id = texts[0],
            Text = texts[1],
            Voice = texts[2],
            ModelSha256 = texts[3],
            Language = texts[4],
            Speed = speed / 100.0,
            Format = format,
            SampleRate = rate,
            GainDb = gain,
            UserLexiconSha256 = own,
            Lexicon = lexicon,
        };

    /// <summary>Everything that may be changed, one thing at a time; some move a letter from one field to its neighbour.</summary>
    private static readonly Func<AudioIdentity, AudioIdentity>[] Changes =
    [
        one => one with { Id = one.Id + "a" },
        one => one with { Text = one.Text + "a" },
        one => one with { Voice = one.Voice + "a" },
        one => one with { ModelSha256 = one.ModelSha256 + "a" },
        one => one with { Language = one.Language + "a" },
        one => one with { Speed = Math.BitIncrement(one.Speed) },
        one => one with { Format = one.Format + "a" },
        one => one with { SampleRate = one.SampleRate + 1 },
        one => one with { GainDb = one.GainDb + 0.125 },
        one => one with { GainDb = -one.GainDb },
        one => one with { UserLexiconSha256 = one.UserLexiconSha256 + "a" },
        one => one with { UserLexiconSha256 = null },
        one => one with { Lexicon = With(one, "新", "") },
        one => one with { Lexicon = With(one, "新", "a") },
        one => one with { Lexicon = With(one, "", "新") },
        one => one with { Lexicon = null },
        one => one with { Id = "", Text = one.Id + one.Text },
        one => one with { Text = "", Voice = one.Text + one.Voice },
        one => one with { Voice = "", ModelSha256 = one.Voice + one.ModelSha256 },
        one => one with { ModelSha256 = "", Language = one.ModelSha256 + one.Language },
        one => one with { Text = one.Voice, Voice = one.Text },
        one => one with { Lexicon = one.Lexicon!.ToLookup(entry => entry.Value, entry => entry.Key).ToDictionary(group => group.Key, group => group.First()) },
    ];

    [Fact]
    public void Of_AnyIdentityAndEachChangeOfIt_HaveAKeyEach() => Prop.ForAll(Arb.From(Identities), identity =>
    {
        AudioIdentity[] all = [identity, .. Changes.Select(change => change(identity))];

        foreach (var alike in all.GroupBy(one => AudioKey.Of(one).Hash))
            alike.Select(Describe).Distinct().Count().ShouldBe(1, "only what is the same shares a key");
        all.Select(Describe).Distinct().Count().ShouldBe(all.Select(one => AudioKey.Of(one).Hash).Distinct().Count());
    }).Check(Thorough);

    [Fact]
    public void Of_LexiconInAnyOrder_IsTheSameKey() => Prop.ForAll(Arb.From(Identities), Arb.From(Gen.Choose(0, 5)), (identity, turn) =>
    {
        var turned = identity.Lexicon!.Skip(turn % Math.Max(1, identity.Lexicon!.Count)).Concat(identity.Lexicon!.Take(turn % Math.Max(1, identity.Lexicon!.Count)));

        AudioKey.Of(identity with { Lexicon = turned.ToDictionary() }).Hash.ShouldBe(AudioKey.Of(identity).Hash);
    }).Check(Thorough);

    private static Dictionary<string, string> With(AudioIdentity identity, string word, string reading) =>
        new(identity.Lexicon!) { [word] = reading };

    /// <summary>Everything there is to say about an identity, said so that nothing can be taken for anything else.</summary>
    private static string Describe(AudioIdentity one)
    {
        var lexicon = (one.Lexicon ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key.Length}:{entry.Key}={entry.Value.Length}:{entry.Value}");
        string[] texts = [one.Id, one.Text, one.Voice, one.ModelSha256, one.Language, one.Format];
        return $"{string.Join('|', texts.Select(text => $"{text.Length}:{text}"))}|{one.Speed:R}|{one.SampleRate}|{one.GainDb + 0.0:R}|{one.UserLexiconSha256 ?? "none"}|{string.Join('|', lexicon)}";
    }
}
