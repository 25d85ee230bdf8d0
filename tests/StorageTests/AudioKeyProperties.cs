using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

public sealed class AudioKeyProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    // Few letters and many lengths, so that texts cut at different places meet: "ab"+"c" and "a"+"bc".
    private static readonly Gen<string> Texts = Gen.Elements('a', 'b', '1', '银').ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<Dictionary<string, string>> Lexica =
        Texts.Zip(Texts).ListOf().Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private static readonly Gen<AudioIdentity> Identities =
        from texts in Texts.ArrayOf(5)
        from speed in Gen.Choose(50, 200)
        from rate in Gen.Elements(8000, 16000, 24000, 48000)
        from format in Gen.Elements("wav", "pcm")
        from gain in Gen.Elements(0, -3, 3.5)
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

    [Fact]
    public void Of_TwoIdentities_ShareAKeyOnlyWhenAllFieldsAreEqual() =>
        Prop.ForAll(Arb.From(Identities.Zip(Identities)), pair =>
            (AudioKey.Of(pair.Item1).Hash == AudioKey.Of(pair.Item2).Hash) == (Describe(pair.Item1) == Describe(pair.Item2))).Check(Thorough);

    [Fact]
    public void Of_LettersMovedToTheNextField_IsAnotherKey() =>
        Prop.ForAll(Arb.From(Identities.Where(identity => identity.Id.Length > 0)), identity =>
            AudioKey.Of(identity).Hash
                != AudioKey.Of(identity with { Id = identity.Id[..^1], Text = identity.Id[^1] + identity.Text }).Hash).Check(Thorough);

    [Fact]
    public void Of_LexiconInAnotherOrder_IsTheSameKey() =>
        Prop.ForAll(Arb.From(Identities), identity =>
            AudioKey.Of(identity).Hash
                == AudioKey.Of(identity with { Lexicon = identity.Lexicon!.Reverse().ToDictionary() }).Hash).Check(Thorough);

    [Fact]
    public void Names_AnyIdentity_AreKeysTheStoresTake() =>
        Prop.ForAll(Arb.From(Identities), identity =>
            StoreKey.IsValid(AudioKey.Of(identity).Sidecar) && StoreKey.IsValid(AudioKey.Of(identity).Audio(new string('0', 64)))).Check(Thorough);

    [Fact]
    public void FileUri_AnyPath_ComesBack() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 0xD7FF).Select(code => (char)code).NonEmptyListOf()), letters =>
        {
            var path = "/root/" + string.Concat(letters);
            return FileUri.TryReadPath(FileUri.Of(path)) == path;
        }).Check(Thorough);

    private static string Describe(AudioIdentity identity)
    {
        var text = new StringBuilder($"{identity with { Lexicon = null }}");
        foreach (var (word, reading) in identity.Lexicon!.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            text.Append('|').Append(word).Append('=').Append(reading);
        return text.ToString();
    }
}
