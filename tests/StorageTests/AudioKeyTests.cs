using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

public sealed class AudioKeyTests
{
    private static readonly AudioIdentity Example = new()
    {
        Id = "job-1",
        Text = "银行行长在会议上强调。",
        Voice = "zf_xiaoxiao",
        ModelSha256 = new string('a', 64),
        Language = "zh",
        Speed = 1.25,
        Format = "wav",
        SampleRate = 24000,
        Lexicon = new Dictionary<string, string> { ["行长"] = "hang2 zhang3", ["会议"] = "hui4 yi4" },
    };

    [Fact]
    public void Of_Example_IsTheHashOfTheDocumentedBytes()
    {
        var expected = Hash("job-1", "银行行长在会议上强调。", "zf_xiaoxiao", new string('a', 64), "zh", "1.25", "wav", "24000",
            "会议", "hui4 yi4", "行长", "hang2 zhang3");

        AudioKey.Of(Example).Hash.ShouldBe(expected);
    }

    [Fact]
    public void Of_AGain_IsHashedLast() =>
        AudioKey.Of(Example with { GainDb = -3.5 }).Hash.ShouldBe(Hash(
            "job-1", "银行行长在会议上强调。", "zf_xiaoxiao", new string('a', 64), "zh", "1.25", "wav", "24000",
            "会议", "hui4 yi4", "行长", "hang2 zhang3", "-3.5"));

    [Fact]
    public void Of_ALexiconOfTheDeployment_IsHashedOverAll() =>
        AudioKey.Of(Example with { UserLexiconSha256 = new string('b', 64) }).Hash.ShouldBe(Hash(AudioKey.Of(Example).Hash, new string('b', 64)));

    [Fact]
    public void Of_Example_NeverChanges() =>
        // A constant on purpose: another value here means that every stored sidecar is lost to its job.
        AudioKey.Of(Example).Hash.ShouldBe("d3302c013e68832c09760f5594a959ce8367058be4689407f2f55e3ff52f56fd");

    [Fact]
    public void Of_CultureWithADecimalComma_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        var expected = AudioKey.Of(Example).Hash;
        try
        {
            CultureInfo.CurrentCulture = comma;
            AudioKey.Of(Example).Hash.ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Names_Example_FollowTheLayout()
    {
        var key = AudioKey.Of(Example);
        var audio = Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]));

        key.Sidecar.ShouldBe($"audio/{key.Hash[..2]}/{key.Hash}.json");
        key.Audio(audio).ShouldBe($"audio/{key.Hash[..2]}/{key.Hash}.{audio[..16]}.wav");
        StoreKey.IsValid(key.Sidecar).ShouldBeTrue();
        StoreKey.IsValid(key.Audio(audio)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("ABCDEF6789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    public void Audio_NotAHash_IsRefused(string hash) => Should.Throw<ArgumentException>(() => AudioKey.Of(Example).Audio(hash));

    [Fact]
    public void Of_NoLexiconAndAnEmptyOne_AreTheSame() =>
        AudioKey.Of(Example with { Lexicon = null }).Hash
            .ShouldBe(AudioKey.Of(Example with { Lexicon = new Dictionary<string, string>() }).Hash);

    [Fact]
    public void Of_LoneSurrogate_IsRefused() =>
        Should.Throw<ArgumentException>(() => AudioKey.Of(Example with { Text = "a\ud800" }));

    private static string Hash(params string[] fields)
    {
        using var bytes = new MemoryStream();
        foreach (var field in fields.Select(Encoding.UTF8.GetBytes))
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
            bytes.Write(length);
            bytes.Write(field);
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }
}
