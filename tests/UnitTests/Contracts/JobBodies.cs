using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.UnitTests.Contracts;

/// <summary>Bodies of messages: good jobs, jobs with something changed, and anything else.</summary>
internal static class JobBodies
{
    private const string Letters = "ABCXYZabcxyz0189_-";

    /// <summary>Texts of every kind of character, lone surrogates left out.</summary>
    public static readonly Gen<string> Texts = Gen.Frequency(
        (4, Gen.Elements("银行行长", "hello", "1,250.75", "😀", "𠀀", "\"", "\\", "/", "<&>", "\u0001", "\u007f", "\u2028", "\ufeff", "\ufffd", " ", "\r\n", "é")),
        (1, Gen.Choose(1, 0x10FFFF).Where(Rune.IsValid).Select(scalar => new Rune(scalar).ToString())));

    private static readonly Gen<string> Ids =
        Gen.Choose(1, 64).SelectMany(length => Gen.Elements(Letters.ToCharArray()).ArrayOf(length)).Select(letters => new string(letters));

    private static readonly Gen<StreamPosition> Streams =
        from id in Ids
        from seq in Gen.Frequency((4, Gen.Choose(0, 100)), (1, Gen.Constant(int.MaxValue)))
        from last in Gen.Elements(true, false)
        select new StreamPosition(id.Replace('-', '.'), seq, last);

    private static readonly Gen<DateTimeOffset> Moments =
        from day in Gen.Choose(1, 3_650_000)
        from ticks in Gen.Choose(0, int.MaxValue)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(new DateTime(1, 1, 2).AddDays(day).AddTicks(ticks), TimeSpan.FromMinutes(minutes));

    /// <summary>Jobs that keep the contract.</summary>
    public static readonly Gen<SpeechJob> Jobs =
        from id in Ids
        from text in Line(1, 20).Where(text => !string.IsNullOrWhiteSpace(text))
        from voice in Maybe(Line(0, 5))
        from language in Maybe(Gen.Elements("zh", "en", "auto"))
        from speed in MaybeValue(Gen.OneOf(Gen.Choose(50, 200).Select(percent => percent / 100.0), Gen.Elements(0.5, 2, 1, Math.BitIncrement(0.5), Math.PI / 2)))
        from format in Maybe(Gen.Elements("wav", "pcm", "flac", "opus", "mp3"))
        from rate in MaybeValue(Gen.Elements(8000, 16000, 24000, 48000))
        from lexicon in Maybe(Table(32, 1, 6))
        from stream in Maybe(Streams)
        from expires in MaybeValue(Moments)
        from metadata in Maybe(Table(16, 0, 20))
        select new SpeechJob
        {
            Id = id,
            Text = text,
            Voice = voice,
            Language = language,
            Speed = speed,
            Format = format,
            SampleRate = rate,
            Lexicon = lexicon,
            Stream = stream,
            ExpiresAt = expires,
            Metadata = metadata,
        };

    /// <summary>Good jobs as the client library writes them.</summary>
    public static readonly Gen<byte[]> Good = Jobs.Select(JobMessage.Body);

    /// <summary>Good jobs with a few bytes taken away, doubled, or replaced.</summary>
    public static readonly Gen<byte[]> Mutated =
        from body in Good
        from edits in Gen.Choose(1, 4).SelectMany(count => Edits.ArrayOf(count))
        select edits.Aggregate(body, (bytes, edit) => edit(bytes));

    /// <summary>JSON of any kind, mostly with our field names.</summary>
    public static readonly Gen<byte[]> Json = Gen.Sized(size => JsonOf(Math.Min(size, 12))).Select(Encoding.UTF8.GetBytes);

    /// <summary>Any body.</summary>
    public static readonly Gen<byte[]> Any = Gen.Frequency(
        (3, Good), (4, Mutated), (3, Json), (1, Gen.Choose(0, 255).Select(one => (byte)one).ArrayOf()), (1, Gen.Elements(Extremes())));

    private static Gen<Func<byte[], byte[]>> Edits =>
        from place in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(1, 8)
        from kind in Gen.Choose(0, 4)
        from token in Gen.Elements(
            "\"", "{", "}", "[", "]", ",", ":", "null", "0", "-1", "1e999", "\\u0000", "\\ud800", "\\", "\u00ff", "\"text\":\"x\",", "\"id\":7,", "\"ID\":\"x\",",
            "true", "\n", "\ufeff", "/**/", "1e400", "99999999999999999999")
        select (Func<byte[], byte[]>)(bytes => Edit(bytes, bytes.Length == 0 ? 0 : place % bytes.Length, length, kind, Encoding.Latin1.GetBytes(token)));

    private static byte[] Edit(byte[] bytes, int place, int length, int kind, byte[] token)
    {
        var end = Math.Min(bytes.Length, place + length);
        return kind switch
        {
            0 => [.. bytes[..place], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[place..end], .. bytes[end..]],
            2 => [.. bytes[..place], .. token, .. bytes[place..]],
            3 => [.. bytes[..place], .. token, .. bytes[end..]],
            _ => bytes[..place],
        };
    }

    private static IEnumerable<byte[]> Extremes()
    {
        yield return [];
        yield return new byte[JobLimits.BodyBytes + 1];
        yield return Encoding.UTF8.GetBytes(new string('[', 5000));
        yield return Encoding.UTF8.GetBytes(new string('"', JobLimits.BodyBytes));
        yield return Encoding.UTF8.GetBytes($$"""{"id":"a","text":"好","{{new string('k', 60_000)}}":1}""");
        yield return Encoding.UTF8.GetBytes($$$"""{"id":"a","text":"好","metadata":{"{{{new string('k', 60_000)}}}":1}}""");
        yield return Encoding.UTF8.GetBytes($$"""{"id":"a","text":"好","{{new string('好', 39)}}😀":1}""");
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"metadata":""", 64)));
    }

    private static Gen<string> JsonOf(int size)
    {
        var plain = Gen.OneOf(
            Gen.Elements("null", "true", "0", "-0", "1.5", "1e3", "12345678901234567890", "\"2026-11-22T10:00:00Z\"", "\"zh\"", "\"wav\"", "\"\""),
            Texts.Select(text => JsonSerializer.Serialize(text)));
        if (size <= 0)
            return plain;
        var names = Gen.Elements(
            "id", "text", "voice", "language", "speed", "format", "sample_rate", "lexicon", "stream", "expires_at", "metadata", "seq", "last", "Text", "x");
        var members = names.Zip(JsonOf(size / 3)).Select(member => $"\"{member.Item1}\":{member.Item2}").ListOf();
        return Gen.Frequency(
            (1, plain),
            (1, JsonOf(size / 3).ListOf().Select(items => $"[{string.Join(',', items)}]")),
            (4, members.Select(all => $"{{{string.Join(',', all)}}}")),
            (4, members.Select(all => $"{{\"id\":\"a\",\"text\":\"好\"{string.Concat(all.Select(one => "," + one))}}}")));
    }

    private static Gen<string> Line(int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Texts.ArrayOf(count)).Select(string.Concat);

    private static Gen<IReadOnlyDictionary<string, string>> Table(int entries, int least, int most) =>
        from count in Gen.Frequency((4, Gen.Choose(0, 3)), (1, Gen.Constant(entries)))
        from pairs in Line(least, most).Zip(Line(least, most)).ArrayOf(count)
        select (IReadOnlyDictionary<string, string>)pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));

    private static Gen<T?> MaybeValue<T>(Gen<T> some)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));
}
